package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes after which a file that was refused because of other bundles may do. Listens
 * on any thread.
 */
final class Generation implements BundleListener {

    private final AtomicLong count = new AtomicLong();

    long current() {
        return count.get();
    }

    /** Whether a refusal stands, and is not about to be looked at again. */
    boolean stands(Refusal refusal) {
        return !refusal.retry() || refusal.generation() == current();
    }

    /** A plugin came into service or went. */
    void next() {
        count.incrementAndGet();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        boolean changesWiring =
                event.getType() == BundleEvent.RESOLVED
                        || event.getType() == BundleEvent.UNINSTALLED;
        if (changesWiring
                && !event.getBundle().getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION)) {
            next();
        }
    }
}
