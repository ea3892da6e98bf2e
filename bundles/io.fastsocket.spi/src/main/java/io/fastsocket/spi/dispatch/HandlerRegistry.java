package io.fastsocket.spi.dispatch;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Brings handlers into service, a bundle at a time. A service of the registry.
 *
 * <p>Handler services of a bundle whose location begins with {@link #PLUGIN_LOCATION} take no
 * events before {@link HandlerRevision#commit}. Those of any other bundle are committed as they
 * come, for developers who install by hand, and for bundles of the runtime, which may take
 * themselves out of service and back by {@link #revision}.
 */
@ProviderType
public interface HandlerRegistry {

    /** How the location of a bundle begins that is committed by its deployer. */
    String PLUGIN_LOCATION = "fastsocket-plugin:";

    /**
     * The operators' namespace. No plugin may have handlers or interceptors there, and no dynamic
     * namespace stands for it, so that what operators say when they connect is told to nobody else.
     */
    String OPERATOR_NAMESPACE = "/operator";

    /**
     * The revision that a bundle is: staged if it is new and its location begins with {@link
     * #PLUGIN_LOCATION}, else in service. Called before the bundle is started, or at any time for
     * one that the caller knows from before a restart, or is itself.
     *
     * @param bundle installed
     * @return always the same object for one bundle
     */
    HandlerRevision revision(Bundle bundle);
}
