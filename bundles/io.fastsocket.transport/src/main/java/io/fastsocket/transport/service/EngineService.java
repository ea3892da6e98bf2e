package io.fastsocket.transport.service;

import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps an engine open, and offers {@link SocketTransport} for as long as it is: one engine at a
 * time, so it waits while another one is open, and takes over its port when that is stopped. What
 * keeps it from opening is logged in one line; a change of the configuration tries again.
 */
public final class EngineService {

    /** How long an engine that is stopped may take to leave its port, in nanoseconds. */
    private static final long TAKE_OVER = TimeUnit.SECONDS.toNanos(60);

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(10);

    private final BundleContext context;
    private final OpenEngine.Opener opener;
    private final Logger log;
    private final OtherEngines others;
    private Map<String, Object> values;
    private OpenEngine engine;
    private ServiceRegistration<?> registration;
    private boolean closed;

    /**
     * Opens the engine, unless another one is open.
     *
     * @param context where the service is registered
     * @param opener opens the engine
     * @param values the configuration
     * @param log for users
     */
    public EngineService(
            BundleContext context,
            OpenEngine.Opener opener,
            Map<String, Object> values,
            Logger log) {
        this.context = context;
        this.opener = opener;
        this.values = values;
        this.log = log;
        others = new OtherEngines(context, this::takeOver);
        others.open();
        openUnlessOther();
    }

    private synchronized void openUnlessOther() {
        String other = others.any();
        if (other == null) {
            open();
        } else {
            log.info("Socket.IO is spoken by {} already; this engine waits until it stops", other);
        }
    }

    private void open() {
        try {
            engine = open(ListenAddress.of(context));
        } catch (IOException | IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            return;
        }
        registration =
                context.registerService(
                        new String[] {
                            SocketTransport.class.getName(), LimitCatalog.class.getName()
                        },
                        engine,
                        FrameworkUtil.asDictionary(properties()));
        InetSocketAddress address = engine.address();
        log.info(
                "Socket.IO on {} port {}, spoken by {}",
                address.getAddress().getHostAddress(),
                address.getPort(),
                engine.engine());
    }

    private Map<String, Object> properties() {
        InetSocketAddress address = engine.address();
        return Map.of(
                SocketTransport.HOST, address.getAddress().getHostAddress(),
                SocketTransport.PORT, address.getPort(),
                SocketTransport.SECURE, engine.secure());
    }

    /** Any free port means the one of before, if this bundle was merely stopped and started. */
    private OpenEngine open(InetSocketAddress address) throws IOException {
        LastPort last = lastPort();
        if (address.getPort() == 0 && last.read() != 0) {
            try {
                InetSocketAddress same = new InetSocketAddress(address.getAddress(), last.read());
                return opener.open(same, values);
            } catch (IOException e) {
                log.warn("{}; another port is taken", e.getMessage());
            }
        }
        OpenEngine opened = opener.open(address, values);
        last.write(opened.address().getPort());
        return opened;
    }

    private LastPort lastPort() {
        return new LastPort(context.getDataFile("port"));
    }

    /** In the thread that stops the other one, which must not wait. */
    private void takeOver(int port) {
        // The thread may outlive this bundle, whose context it must not ask then.
        InetSocketAddress left = ListenAddress.at(context, port);
        Thread.ofPlatform().daemon().name("fastsocket-take-over").start(() -> waitFor(left));
    }

    private void waitFor(InetSocketAddress left) {
        long end = System.nanoTime() + TAKE_OVER;
        while (waiting() && !ListenAddress.isFree(left) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        synchronized (this) {
            if (!waiting()) {
                return;
            }
            try {
                // Where clients look for the server, if any free port will do.
                lastPort().write(left.getPort());
            } catch (IOException e) {
                log.warn("Which port was free cannot be kept: {}", e.getMessage());
            }
            open();
        }
    }

    private synchronized boolean waiting() {
        return !closed && engine == null && others.any() == null;
    }

    /**
     * The configuration has changed.
     *
     * @param changed all of it
     */
    public synchronized void modified(Map<String, Object> changed) {
        values = changed;
        if (engine == null) {
            openUnlessOther();
            return;
        }
        try {
            engine.configure(changed);
            registration.setProperties(FrameworkUtil.asDictionary(properties()));
        } catch (IllegalArgumentException e) {
            log.error("{}; the values in force stay", e.getMessage());
        }
    }

    /** Withdraws the service, says goodbye to the clients and ends every thread. */
    public void close() {
        OpenEngine open;
        synchronized (this) {
            closed = true;
            open = engine;
        }
        others.close();
        if (open == null) {
            return;
        }
        // Handlers at work may still broadcast.
        open.settle();
        registration.unregister();
        open.close(open.disconnectOnStop() && endsForGood());
    }

    /** Not if this bundle alone is stopped, or its registry: clients are to come back then. */
    private boolean endsForGood() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING;
    }
}
