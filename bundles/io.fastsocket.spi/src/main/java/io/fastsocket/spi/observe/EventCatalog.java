package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/** Knows which events are handled. A service of the registry. */
@ProviderType
public interface EventCatalog {

    /**
     * The events handled now. One whose plugin has a canary is there twice, once for each revision.
     *
     * @return by namespace, then name, then state
     */
    List<EventInfo> events();

    /**
     * How handlers declare a namespace. Clients choose the names of dynamic ones, and there may be
     * any number of these; what is declared is what plugins say.
     *
     * @param namespace as sockets are in it, such as {@code /room-7}
     * @return such as {@code /room-{id}}; empty if nobody handles it
     */
    default Optional<String> declared(String namespace) {
        return Optional.empty();
    }
}
