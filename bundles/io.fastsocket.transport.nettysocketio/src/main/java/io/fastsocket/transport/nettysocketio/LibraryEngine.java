package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Configuration;

import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.transport.http.Origins;
import io.fastsocket.transport.recovery.Recovery;
import io.fastsocket.transport.service.OpenEngine;
import io.fastsocket.transport.socketio.SocketIoServer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** The engine put together: the library's server, and Socket.IO behind it. */
final class LibraryEngine implements OpenEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryEngine.class);

    /** How long clients that poll may take to ask for the last time, in nanoseconds. */
    private static final long LAST_POLLS = TimeUnit.SECONDS.toNanos(2);

    /** A look at a map: often enough not to be noticed, in nanoseconds. */
    private static final long LOOK_EVERY = 5_000_000;

    private final SocketIoServer socketIo;
    private final Hub hub;
    private final Server server;
    private final Channel port;
    private final InetAddress host;

    private LibraryEngine(
            SocketIoServer socketIo, Hub hub, Server server, Channel port, InetAddress host) {
        this.socketIo = socketIo;
        this.hub = hub;
        this.server = server;
        this.port = port;
        this.host = host;
    }

    /**
     * Opens the port.
     *
     * @throws IOException if it cannot be bound; nothing is left behind
     */
    static LibraryEngine open(
            InetSocketAddress address,
            Settings settings,
            EventDispatcher dispatcher,
            RecoveryStore store)
            throws IOException {
        Recovery recovery = Recovery.of(store, settings.recoveryTime(), settings.recoveryBytes());
        SocketIoServer socketIo = new SocketIoServer(dispatcher, settings.socketIo(), recovery);
        Origins origins = new Origins(address.getAddress().isLoopbackAddress());
        Hub hub = new Hub(socketIo, origins, settings);
        Configuration configuration = settings.configuration();
        configuration.setHostname(address.getAddress().getHostAddress());
        configuration.setPort(address.getPort());
        configuration.setRandomSession(true);
        configuration.setEnableCors(false);
        configuration.setAddVersionHeader(false);
        Server server =
                new Server(
                        configuration,
                        workers -> {
                            hub.begin(workers);
                            socketIo.attach(hub.loops(), hub.outgoing());
                        });
        Internals.exchange(server, new Pipeline(hub));
        server.addDisconnectListener(
                client -> {
                    Session session = hub.session(client.getSessionId());
                    if (session != null) {
                        session.forgotten();
                    }
                });
        ChannelFuture bound = server.open().awaitUninterruptibly();
        if (!bound.isSuccess()) {
            server.end(null);
            throw new IOException(
                    "Cannot listen on %s port %d: %s"
                            .formatted(
                                    address.getHostString(),
                                    address.getPort(),
                                    bound.cause().getMessage()),
                    bound.cause());
        }
        return new LibraryEngine(socketIo, hub, server, bound.channel(), address.getAddress());
    }

    @Override
    public void configure(Map<String, Object> values) {
        Settings changed = Settings.of(values);
        if (!changed.library().equals(hub.settings().library())) {
            LOG.info(
                    "What is netty-socketio's own in etc/{}.cfg holds from the engine's next start",
                    NettySocketioTransport.PID);
        }
        hub.settings(changed);
        socketIo.settings(changed.socketIo());
    }

    @Override
    public void settle() {
        hub.stop();
        int limit = hub.settings().stopTimeout();
        try {
            CompletableFuture.allOf(
                            hub.sessions().stream()
                                    .map(Session::settle)
                                    .toArray(CompletableFuture[]::new))
                    .get(limit, TimeUnit.MILLISECONDS);
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
    public boolean disconnectOnStop() {
        return hub.settings().disconnectOnStop();
    }

    @Override
    public void close(boolean forGood) {
        hub.sessions().forEach(session -> session.shutDown(forGood));
        // Who polls and is just not asking asks again, on a connection yet to be made.
        long end = System.nanoTime() + LAST_POLLS;
        while (!hub.idle() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        server.end(port);
    }

    @Override
    public List<LimitInfo> limits() {
        return LimitList.of(hub);
    }

    @Override
    public String engine() {
        return "netty-socketio";
    }

    @Override
    public InetSocketAddress address() {
        int bound = ((InetSocketAddress) port.localAddress()).getPort();
        return new InetSocketAddress(host, bound);
    }

    @Override
    public boolean secure() {
        Object keyStore = hub.settings().library().get("keyStore");
        return keyStore != null && !keyStore.toString().isBlank();
    }

    @Override
    public String path() {
        return hub.settings().engine().path();
    }

    @Override
    public int connections() {
        return hub.size();
    }

    @Override
    public SocketIoServer socketIo() {
        return socketIo;
    }
}
