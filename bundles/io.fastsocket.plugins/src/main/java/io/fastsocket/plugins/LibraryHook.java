package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps bundles from being wired to revisions that are to go. Of two revisions of a library a
 * framework prefers the one that is resolved already, which is the old one (Core 8, 3.7.3). Usable
 * from any thread.
 */
final class LibraryHook implements ResolverHookFactory, ResolverHook {

    private final Set<Bundle> leaving = ConcurrentHashMap.newKeySet();

    /** Nobody new is to use it. */
    void leaves(Bundle bundle) {
        leaving.add(bundle);
    }

    /** It stays after all, or is gone. */
    void forget(Bundle bundle) {
        leaving.remove(bundle);
    }

    boolean isLeaving(Bundle bundle) {
        return leaving.contains(bundle);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(
            BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Bundle asking = requirement.getRevision().getBundle();
        candidates.removeIf(
                candidate -> {
                    Bundle offering = candidate.getRevision().getBundle();
                    return leaving.contains(offering) && !offering.equals(asking);
                });
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // Every bundle may be resolved.
    }

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
        // Left to the others.
    }

    @Override
    public void end() {
        // Keeps nothing of one resolution.
    }
}
