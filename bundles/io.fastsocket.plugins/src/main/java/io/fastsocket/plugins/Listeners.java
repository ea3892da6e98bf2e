package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.deploy.RevisionListener;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever wants to know what becomes of plugins; there may be nobody. */
final class Listeners implements RevisionListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final ServiceTracker<RevisionListener, RevisionListener> listeners;

    Listeners(BundleContext context) {
        listeners = new ServiceTracker<>(context, RevisionListener.class, null);
        listeners.open();
    }

    /** One that fails is no reason to stop deploying. */
    @Override
    public void happened(String plugin, RevisionEvent event) {
        for (RevisionListener listener : listeners.getTracked().values()) {
            try {
                listener.happened(plugin, event);
            } catch (RuntimeException e) {
                log.warn("{} could not be told of {}", listener.getClass().getName(), plugin, e);
            }
        }
    }

    @Override
    public void close() {
        listeners.close();
    }
}
