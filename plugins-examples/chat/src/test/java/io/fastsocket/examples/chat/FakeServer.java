package io.fastsocket.examples.chat;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;
import io.fastsocket.api.SocketServer;
import io.fastsocket.api.TimedBroadcast;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server in memory: sockets that remember what they were sent. */
final class FakeServer implements SocketServer {

    private final Map<String, FakeSocket> sockets = new LinkedHashMap<>();
    private int ids;

    /** A client on its way in. */
    FakeSocket socket(Nicks.Claim claim) {
        return new FakeSocket(this, "socket-" + ++ids, claim);
    }

    void add(FakeSocket socket) {
        sockets.put(socket.id(), socket);
    }

    void remove(FakeSocket socket) {
        sockets.remove(socket.id());
    }

    @Override
    public SocketNamespace of(String namespace) {
        return new Choice(Set.of(), Set.of(), false);
    }

    BroadcastOperator allBut(String id) {
        return new Choice(Set.of(), Set.of(id), false);
    }

    private final class Choice implements SocketNamespace {

        private final Set<String> rooms;
        private final Set<String> except;
        private final boolean mayDrop;

        Choice(Set<String> rooms, Set<String> except, boolean mayDrop) {
            this.rooms = rooms;
            this.except = except;
            this.mayDrop = mayDrop;
        }

        @Override
        public String name() {
            return Chat.NAMESPACE;
        }

        @Override
        public BroadcastOperator to(String... more) {
            return new Choice(plus(rooms, more), except, mayDrop);
        }

        @Override
        public BroadcastOperator except(String... more) {
            return new Choice(rooms, plus(except, more), mayDrop);
        }

        @Override
        public BroadcastOperator asVolatile() {
            return new Choice(rooms, except, true);
        }

        @Override
        public TimedBroadcast timeout(Duration limit) {
            throw new UnsupportedOperationException("nobody answers here");
        }

        @Override
        public Collection<Socket> sockets() {
            return sockets.values().stream().filter(this::chosen).<Socket>map(s -> s).toList();
        }

        private boolean chosen(FakeSocket socket) {
            return (rooms.isEmpty() || !Collections.disjoint(rooms, socket.rooms()))
                    && Collections.disjoint(except, socket.rooms());
        }

        @Override
        public Optional<Socket> socket(String id) {
            return Optional.ofNullable(sockets.get(id));
        }

        @Override
        public void emit(String event, Object... arguments) {
            String name = mayDrop ? event + "?" : event;
            sockets.values().stream()
                    .filter(this::chosen)
                    .forEach(socket -> socket.emit(name, arguments));
        }

        private static Set<String> plus(Set<String> names, String... more) {
            Set<String> all = new HashSet<>(names);
            all.addAll(List.of(more));
            return all;
        }
    }
}
