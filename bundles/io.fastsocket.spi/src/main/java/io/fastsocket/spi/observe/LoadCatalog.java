package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows what plugins take of the server. A service of the registry. */
@ProviderType
public interface LoadCatalog {

    /**
     * The plugins in service.
     *
     * @return by name, then version; a snapshot
     */
    List<PluginLoad> loads();
}
