package io.fastsocket.launcher;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Knows when the instance serves: the Socket.IO port is open, HTTP is, and the plugins that were
 * there are dealt with, as far as the features that do so are on. Asks by service names alone.
 */
final class Readiness {

    private static final String TRANSPORT = "io.fastsocket.spi.transport.SocketTransport";
    private static final String CATALOG = "io.fastsocket.spi.observe.PluginCatalog";
    private static final String HTTP = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private final BundleContext context;
    private final List<String> features;

    Readiness(BundleContext context, List<String> features) {
        this.context = context;
        this.features = features;
    }

    /**
     * Waits until nothing is missing.
     *
     * @return what is still missing when the time is over; empty if ready
     */
    List<String> await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        ServiceListener listener = event -> wakeUp();
        context.addServiceListener(listener);
        try {
            synchronized (this) {
                while (!missing().isEmpty()) {
                    long millis = (deadline - System.nanoTime()) / 1_000_000;
                    if (millis <= 0) {
                        break;
                    }
                    wait(millis);
                }
            }
            return missing();
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private synchronized void wakeUp() {
        notifyAll();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (Settings.speaksSocketIo(features) && port() == null) {
            missing.add("the Socket.IO port is not open");
        }
        if (features.contains("http") && httpPort() == null) {
            missing.add("the HTTP port is not open");
        }
        if (features.contains("plugins")
                && !Boolean.TRUE.equals(property(CATALOG, "fastsocket.settled"))) {
            missing.add("the plugins are not all dealt with");
        }
        return missing;
    }

    /** The Socket.IO port that is open, or null. */
    Integer port() {
        return property(TRANSPORT, "fastsocket.port") instanceof Integer port ? port : null;
    }

    /** Whether the Socket.IO port speaks TLS. */
    boolean secure() {
        return Boolean.TRUE.equals(property(TRANSPORT, "fastsocket.secure"));
    }

    /** The HTTP port that is open, or null. */
    Integer httpPort() {
        Object endpoints = property(HTTP, "osgi.http.endpoint");
        List<?> list =
                switch (endpoints) {
                    case null -> List.of();
                    case Object[] array -> List.of(array);
                    case Collection<?> collection -> List.copyOf(collection);
                    default -> List.of(endpoints);
                };
        for (Object endpoint : list) {
            int port = URI.create(endpoint.toString()).getPort();
            if (port > 0) {
                return port;
            }
        }
        return null;
    }

    private Object property(String service, String key) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(service, null);
            return found == null ? null : found[0].getProperty(key);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }
}
