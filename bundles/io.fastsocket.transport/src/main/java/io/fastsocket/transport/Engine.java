package io.fastsocket.transport;

import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;
import io.fastsocket.transport.engineio.Budgets;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.EngineServer;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.http.Routes;
import io.fastsocket.transport.socketio.SocketIoServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The engine put together: the port, Engine.IO behind it, Socket.IO behind that. */
final class Engine implements SocketTransport, LimitCatalog {

    private final SocketIoServer socketIo;
    private final EngineServer engineIo;
    private final Routes routes;
    private final Port port;
    private volatile Settings settings;

    private Engine(
            Settings settings,
            SocketIoServer socketIo,
            EngineServer engineIo,
            Routes routes,
            Port port) {
        this.settings = settings;
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
        SocketIoServer socketIo = new SocketIoServer(dispatcher, settings.socketIo());
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
        socketIo.attach(engineIo);
        boolean loopback = address.getAddress().isLoopbackAddress();
        Routes routes = new Routes(engineIo, settings.http(), loopback);
        Port port = Port.bind(loops, address, new Accepted(engineIo, routes), routes);
        return new Engine(settings, socketIo, engineIo, routes, port);
    }

    /** Puts other settings in force, for connections opened from now on. */
    void settings(Settings settings) {
        this.settings = settings;
        routes.settings(settings.http());
        engineIo.settings(settings.engine());
        socketIo.settings(settings.socketIo());
    }

    /** Takes no more connections, ends those there are, and waits until all threads have ended. */
    void close() {
        port.unbind();
        engineIo.closeAll(CloseCause.SHUTDOWN);
        port.close();
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
    public String path() {
        return engineIo.settings().path();
    }

    @Override
    public int connections() {
        return engineIo.size();
    }

    @Override
    public SortedSet<String> namespaces() {
        return socketIo.namespaces();
    }

    @Override
    public Collection<ClientSocket> sockets(String namespace) {
        return socketIo.sockets(namespace);
    }

    @Override
    public Optional<ClientSocket> socket(String namespace, String id) {
        return socketIo.socket(namespace, id);
    }

    @Override
    public void broadcast(Broadcast broadcast) {
        socketIo.broadcast(broadcast);
    }

    @Override
    public void closeNamespace(String namespace) {
        socketIo.closeNamespace(namespace);
    }
}
