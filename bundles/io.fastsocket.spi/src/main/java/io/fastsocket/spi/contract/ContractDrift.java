package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows what goes on that no contract names. A service. Usable from any thread. */
@ProviderType
public interface ContractDrift {

    /**
     * Something that no contract names.
     *
     * @param plugin symbolic name of the plugin that it is about; empty for an event that nobody
     *     handles
     * @param version of the plugin; empty likewise
     * @param namespace where
     * @param event which event
     * @param what {@code received} or {@code sent} for an event, {@code field} for a member of its
     *     arguments that nothing takes
     * @param field the class that does not have it and its name, such as {@code Order.note}; empty
     *     for an event
     * @param count how often
     */
    record Drift(
            String plugin,
            String version,
            String namespace,
            String event,
            String what,
            String field,
            long count) {}

    /**
     * What has been seen since the plugins in service, or this service, began.
     *
     * @return by plugin, namespace and event
     */
    List<Drift> drift();

    /**
     * What would have to be in contracts to cover it.
     *
     * @return parts of AsyncAPI documents in YAML, one for each plugin; empty if there is no drift
     */
    String patch();
}
