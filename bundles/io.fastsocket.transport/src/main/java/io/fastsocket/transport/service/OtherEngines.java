package io.fastsocket.transport.service;

import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * Knows which other engine has its port open. Without locks, since engines see each other come and
 * go in each other's threads.
 */
final class OtherEngines implements ServiceTrackerCustomizer<SocketTransport, String> {

    private final Map<ServiceReference<SocketTransport>, String> names = new ConcurrentHashMap<>();
    private final BundleContext context;
    private final IntConsumer gone;
    private final ServiceTracker<SocketTransport, String> tracker;

    /**
     * @param context whose engine is not another one
     * @param gone told the port when the last of them is about to close it
     */
    OtherEngines(BundleContext context, IntConsumer gone) {
        this.context = context;
        this.gone = gone;
        tracker = new ServiceTracker<>(context, SocketTransport.class, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** The name of one, or null. */
    String any() {
        return names.values().stream().findAny().orElse(null);
    }

    @Override
    public String addingService(ServiceReference<SocketTransport> reference) {
        if (context.getBundle().equals(reference.getBundle())) {
            return null;
        }
        SocketTransport other = context.getService(reference);
        if (other == null) {
            return null;
        }
        names.put(reference, other.engine());
        context.ungetService(reference);
        return other.engine();
    }

    @Override
    public void modifiedService(ServiceReference<SocketTransport> reference, String name) {}

    @Override
    public void removedService(ServiceReference<SocketTransport> reference, String name) {
        names.remove(reference);
        if (names.isEmpty() && reference.getProperty(SocketTransport.PORT) instanceof Integer n) {
            gone.accept(n);
        }
    }
}
