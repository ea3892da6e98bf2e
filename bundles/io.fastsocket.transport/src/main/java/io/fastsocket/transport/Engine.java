package io.fastsocket.transport;

import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.transport.engineio.Budgets;
import io.fastsocket.transport.engineio.EngineServer;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.http.Routes;
import io.fastsocket.transport.recovery.Recovery;
import io.fastsocket.transport.service.OpenEngine;
import io.fastsocket.transport.socketio.SocketIoServer;
import io.fastsocket.transport.tls.Certificates;
import io.fastsocket.transport.tls.PemFiles;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The engine put together: the port, Engine.IO behind it, Socket.IO behind that. */
final class Engine implements OpenEngine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** How long clients that poll may take to ask for the last time, in milliseconds. */
    private static final int LAST_POLLS = 2000;

    private final SocketIoServer socketIo;
    private final EngineServer engineIo;
    private final Routes routes;
    private final Port port;
    private volatile Settings settings;
    private Certificates certificates;

    private Engine(
            Settings settings,
            Certificates certificates,
            SocketIoServer socketIo,
            EngineServer engineIo,
            Routes routes,
            Port port) {
        this.settings = settings;
        this.certificates = certificates;
        this.socketIo = socketIo;
        this.engineIo = engineIo;
        this.routes = routes;
        this.port = port;
    }

    /**
     * Opens the port.
     *
     * @throws IOException if it cannot be bound; nothing is left behind
     */
    static Engine open(InetSocketAddress address, Settings settings, EventDispatcher dispatcher)
            throws IOException {
        return open(address, settings, dispatcher, null);
    }

    /**
     * Opens the port; what clients miss is kept in a store of somebody's, or, without, of its own.
     */
    static Engine open(
            InetSocketAddress address,
            Settings settings,
            EventDispatcher dispatcher,
            RecoveryStore store)
            throws IOException {
        SocketIoServer socketIo =
                new SocketIoServer(
                        dispatcher,
                        settings.socketIo(),
                        Recovery.of(store, settings.recoveryTime(), settings.recoveryBytes()));
        return open(address, settings, socketIo, socketIo);
    }

    /** Opens the port with something else than Socket.IO to take the messages. */
    static Engine open(
            InetSocketAddress address,
            Settings settings,
            SocketIoServer socketIo,
            MessageReceiver.Factory receivers)
            throws IOException {
        EventLoops loops = EventLoops.start(settings.eventLoops());
        EngineServer engineIo = new EngineServer(loops.group(), settings.engine(), receivers);
        socketIo.attach(engineIo.shards(), engineIo.outgoing());
        Certificates certificates;
        try {
            certificates = settings.tls() == null ? null : new Certificates(settings.tls());
        } catch (IOException e) {
            loops.end();
            throw e;
        }
        boolean loopback = address.getAddress().isLoopbackAddress();
        Routes routes = new Routes(engineIo, settings.http(), loopback);
        routes.certificates(certificates);
        Port port = Port.bind(loops, address, new Accepted(engineIo, routes), routes);
        return new Engine(settings, certificates, socketIo, engineIo, routes, port);
    }

    @Override
    public void configure(Map<String, Object> values) {
        settings(Settings.of(values));
    }

    /** Puts other settings in force, for connections opened from now on. */
    void settings(Settings settings) {
        this.settings = settings;
        show(settings.tls());
        routes.settings(settings.http());
        engineIo.settings(settings.engine());
        socketIo.settings(settings.socketIo());
    }

    private void show(PemFiles files) {
        PemFiles shown = certificates == null ? null : certificates.files();
        if (Objects.equals(files, shown)) {
            return;
        }
        try {
            Certificates next = files == null ? null : new Certificates(files);
            closeCertificates();
            certificates = next;
            routes.certificates(next);
        } catch (IOException e) {
            LOG.error("{}; what was in force stays", e.getMessage());
        }
    }

    private void closeCertificates() {
        if (certificates != null) {
            certificates.close();
        }
    }

    @Override
    public void settle() {
        int limit = settings.stopTimeout();
        try {
            engineIo.settle().get(limit, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (limit > 0) {
                LOG.warn("Events were still being handled after {} ms: they get no answer", limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Settling never fails", e);
        }
    }

    @Override
    public void close(boolean forGood) {
        engineIo.closeAll(forGood);
        // Who polls and is just not asking asks again, perhaps on a connection yet to be made.
        port.serveUntil(engineIo::idle, Math.min(settings.stopTimeout(), LAST_POLLS));
        port.unbind();
        port.close();
        closeCertificates();
    }

    @Override
    public boolean disconnectOnStop() {
        return settings.disconnectOnStop();
    }

    /** What all clients together take up now. */
    Budgets budgets() {
        return new Budgets(engineIo.incoming().used(), engineIo.outgoing().used());
    }

    @Override
    public List<LimitInfo> limits() {
        return LimitList.of(settings, engineIo);
    }

    @Override
    public String engine() {
        return "fastsocket";
    }

    @Override
    public InetSocketAddress address() {
        return port.address();
    }

    @Override
    public boolean secure() {
        return settings.tls() != null;
    }

    @Override
    public String path() {
        return engineIo.settings().path();
    }

    @Override
    public int connections() {
        return engineIo.size();
    }

    @Override
    public SocketIoServer socketIo() {
        return socketIo;
    }
}
