package io.fastsocket.spi.contract;

import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
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

    /**
     * What clients of one plugin can rely on: its own document, or what its methods say. Looks at
     * its classes and keeps none.
     *
     * @param plugin all of it, in service or about to be
     * @return an AsyncAPI document in JSON without the plugin's name and version, so that it stays
     *     the same as long as the contract does
     */
    String document(ServedPlugin plugin);

    /**
     * What the change of a plugin's contract means for its clients, by direction. Ends within
     * seconds, whatever the documents are.
     *
     * @param old from {@link #document}, also from an earlier start
     * @param changed likewise
     * @return worst first; empty if there is no difference
     * @throws IllegalStateException if they cannot be compared; the message says why
     */
    List<Change> changes(String old, String changed);
}
