package io.fastsocket.registry.sockets;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Socket;
import io.fastsocket.api.TimedBroadcast;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A choice of sockets. */
class OperatorView implements BroadcastOperator {

    private final Scope scope;
    private final String namespace;
    private final Set<String> rooms;
    private final Set<String> except;
    private final boolean mayDrop;

    OperatorView(
            Scope scope, String namespace, Set<String> rooms, Set<String> except, boolean mayDrop) {
        this.scope = scope;
        this.namespace = namespace;
        this.rooms = rooms;
        this.except = except;
        this.mayDrop = mayDrop;
    }

    final Scope scope() {
        return scope;
    }

    final String namespace() {
        return namespace;
    }

    @Override
    public BroadcastOperator to(String... more) {
        return new OperatorView(scope, namespace, plus(rooms, more), except, mayDrop);
    }

    @Override
    public BroadcastOperator except(String... more) {
        return new OperatorView(scope, namespace, rooms, plus(except, more), mayDrop);
    }

    @Override
    public BroadcastOperator asVolatile() {
        return new OperatorView(scope, namespace, rooms, except, true);
    }

    @Override
    public void emit(String event, Object... arguments) {
        Names.checkEvent(event);
        Broadcast broadcast =
                new Broadcast(
                        namespace,
                        rooms,
                        except,
                        mayDrop,
                        scope.encode(namespace, event, arguments));
        scope.outgoing().broadcast(event, broadcast);
    }

    @Override
    public TimedBroadcast timeout(Duration limit) {
        scope.check();
        return new TimedOperatorView(this, TimedView.positive(limit));
    }

    @Override
    public Collection<Socket> sockets() {
        scope.check();
        return states().<Socket>map(state -> new SocketView(scope, state)).toList();
    }

    /** Those chosen that are there now. */
    final Stream<ClientState> states() {
        return scope.transports().sockets(namespace).stream()
                .filter(this::chosen)
                .map(scope.sockets()::of);
    }

    private boolean chosen(ClientSocket client) {
        if (rooms.isEmpty() && except.isEmpty()) {
            return true;
        }
        Set<String> in = client.rooms();
        return (rooms.isEmpty() || !Collections.disjoint(rooms, in))
                && Collections.disjoint(except, in);
    }

    private static Set<String> plus(Set<String> names, String... more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
