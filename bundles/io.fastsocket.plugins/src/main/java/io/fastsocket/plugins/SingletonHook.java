package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

import java.util.Collection;

/**
 * Lets two revisions of a plugin that is marked {@code singleton:=true} be resolved at once. The
 * framework would refuse the new one for as long as the old one is resolved (Core 8, 3.5.2), so
 * that nothing could be known of it before the old one is taken out; {@link Exchange} sees to it
 * that only one is started.
 */
final class SingletonHook implements ResolverHookFactory, ResolverHook {

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
        if (isPlugin(singleton)) {
            collisionCandidates.removeIf(SingletonHook::isPlugin);
        }
    }

    private static boolean isPlugin(BundleCapability capability) {
        return capability
                .getRevision()
                .getBundle()
                .getLocation()
                .startsWith(HandlerRegistry.PLUGIN_LOCATION);
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // Every bundle may be resolved.
    }

    @Override
    public void filterMatches(
            BundleRequirement requirement, Collection<BundleCapability> candidates) {
        // Every match may be used.
    }

    @Override
    public void end() {
        // Keeps nothing.
    }
}
