package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows which events are handled. A service of the registry. */
@ProviderType
public interface EventCatalog {

    /**
     * The events handled now.
     *
     * @return by namespace, then name
     */
    List<EventInfo> events();
}
