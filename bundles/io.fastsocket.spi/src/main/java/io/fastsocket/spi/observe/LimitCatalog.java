package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows what clients may not exceed, and how often they did. A service of an engine. */
@ProviderType
public interface LimitCatalog {

    /**
     * The limits.
     *
     * @return always in the same order
     */
    List<LimitInfo> limits();
}
