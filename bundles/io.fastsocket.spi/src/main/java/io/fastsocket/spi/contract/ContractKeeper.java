package io.fastsocket.spi.contract;

import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Map;

/**
 * Holds plugins to their contracts. A service, which the registry does without when it is not
 * there. Usable from any thread.
 */
@ProviderType
public interface ContractKeeper {

    /**
     * Begins to look after a revision of a plugin.
     *
     * @param plugin symbolic name of its bundle
     * @param version of its bundle
     * @param files what lies in its {@code META-INF} and could be a contract or a part of one, by
     *     name below it; its contract is {@code asyncapi.yaml}, {@code asyncapi.yml} or {@code
     *     asyncapi.json}
     * @return what is known about it; never null. It may take a second for a large contract
     */
    RevisionContract open(String plugin, String version, Map<String, byte[]> files);

    /**
     * An event has come that nobody handles.
     *
     * @param namespace where
     * @param event its name, as the client chose it
     * @param arguments what came with it
     */
    void unhandled(String namespace, String event, Payload arguments);
}
