package io.fastsocket.registry;

import io.fastsocket.registry.routing.Revision;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One revision for each bundle that has handlers or asks for the server. */
final class Bundles implements SynchronousBundleListener, AutoCloseable {

    private final ConcurrentMap<Long, Revision> revisions = new ConcurrentHashMap<>();
    private final BundleContext context;
    private final Registry registry;

    Bundles(BundleContext context, Registry registry) {
        this.context = context;
        this.registry = registry;
        context.addBundleListener(this);
    }

    Revision revision(Bundle bundle) {
        return revisions.computeIfAbsent(
                bundle.getBundleId(), id -> registry.revision(origin(bundle)));
    }

    private static Origin origin(Bundle bundle) {
        return new Origin(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                () -> bundle.adapt(BundleWiring.class).getClassLoader(),
                () -> bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING,
                bundle.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION),
                () -> ContractFiles.of(bundle));
    }

    /** The revisions there are. */
    Collection<Revision> all() {
        return revisions.values();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Revision revision = revisions.get(event.getBundle().getBundleId());
        if (revision == null) {
            return;
        }
        if (event.getType() == BundleEvent.STOPPED) {
            revision.stopped();
        } else if (event.getType() == BundleEvent.UNINSTALLED) {
            revisions.remove(event.getBundle().getBundleId());
            revision.close();
            revision.stopped();
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
        revisions.values().forEach(Revision::stopped);
        revisions.clear();
    }
}
