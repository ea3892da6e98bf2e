package io.fastsocket.spi.dispatch;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Brings handlers into service, a bundle at a time. A service of the registry.
 *
 * <p>Handler services of a bundle whose location begins with {@link #PLUGIN_LOCATION} take no
 * events before {@link HandlerRevision#commit}. Those of any other bundle are committed as they
 * come, for developers who install by hand.
 */
@ProviderType
public interface HandlerRegistry {

    /** How the location of a bundle begins that is committed by its deployer. */
    String PLUGIN_LOCATION = "fastsocket-plugin:";

    /**
     * The revision that a bundle is, staged if it is new. Called before the bundle is started, or
     * at any time for one that the caller knows from before a restart.
     *
     * @param bundle installed, its location beginning with {@link #PLUGIN_LOCATION}
     * @return always the same object for one bundle
     */
    HandlerRevision revision(Bundle bundle);
}
