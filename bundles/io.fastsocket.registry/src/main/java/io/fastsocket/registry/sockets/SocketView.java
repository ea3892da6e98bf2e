package io.fastsocket.registry.sockets;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Emitter;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketData;
import io.fastsocket.api.TimedEmitter;
import io.fastsocket.spi.transport.ClientSocket;

import java.time.Duration;
import java.util.Set;

/** A socket as one revision of a plugin sees it. */
public final class SocketView implements Socket {

    private final Scope scope;
    private final ClientState state;

    /**
     * Makes a view.
     *
     * @param scope whose
     * @param state of which socket
     */
    public SocketView(Scope scope, ClientState state) {
        this.scope = scope;
        this.state = state;
    }

    private ClientSocket client() {
        scope.check();
        return state.client();
    }

    @Override
    public String id() {
        return state.client().id();
    }

    @Override
    public String namespace() {
        return state.client().namespace();
    }

    @Override
    public Handshake handshake() {
        scope.check();
        return new HandshakeView(scope, state);
    }

    @Override
    public boolean connected() {
        return client().connected();
    }

    @Override
    public boolean recovered() {
        return client().recovered();
    }

    @Override
    public Set<String> rooms() {
        return client().rooms();
    }

    @Override
    public void join(String... rooms) {
        for (String room : rooms) {
            client().join(room);
        }
    }

    @Override
    public void leave(String... rooms) {
        for (String room : rooms) {
            client().leave(room);
        }
    }

    @Override
    public SocketData data() {
        scope.check();
        return new DataView(scope, state);
    }

    @Override
    public BroadcastOperator to(String... rooms) {
        return broadcast().to(rooms);
    }

    @Override
    public BroadcastOperator broadcast() {
        scope.check();
        return new OperatorView(scope, namespace(), Set.of(), Set.of(id()), false);
    }

    @Override
    public void emit(String event, Object... arguments) {
        Names.checkEvent(event);
        ClientSocket client = client();
        scope.outgoing().send(event, client, scope.encode(namespace(), event, arguments), false);
    }

    @Override
    public Emitter asVolatile() {
        scope.check();
        return (event, arguments) -> {
            Names.checkEvent(event);
            ClientSocket client = client();
            scope.outgoing().send(event, client, scope.encode(namespace(), event, arguments), true);
        };
    }

    @Override
    public TimedEmitter timeout(Duration limit) {
        scope.check();
        return new TimedView(scope, state, TimedView.positive(limit));
    }

    @Override
    public void disconnect() {
        client().disconnect(false);
    }

    @Override
    public void close() {
        client().disconnect(true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SocketView view
                && id().equals(view.id())
                && namespace().equals(view.namespace());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "socket " + id() + " in " + namespace();
    }
}
