package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows the streams of plugins. A service of the registry. */
@ProviderType
public interface StreamCatalog {

    /**
     * The streams in service.
     *
     * @return by namespace, event, then name; a snapshot
     */
    List<StreamInfo> streams();
}
