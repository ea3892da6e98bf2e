package io.fastsocket.transport.socketio;

import io.fastsocket.spi.transport.Broadcast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which of one event loop's sockets are in which rooms. Confined to the loop, so it needs no locks.
 * A socket's own room, its id, takes no set.
 */
final class RoomIndex {

    private final Map<String, Members> namespaces = new HashMap<>();

    /** Numbers the broadcasts, to mark whom one has passed already. */
    private long round;

    private static final class Members {
        final Map<String, NamespaceSocket> all = new HashMap<>();
        final Map<String, Set<NamespaceSocket>> rooms = new HashMap<>();
    }

    void add(NamespaceSocket socket) {
        namespaces
                .computeIfAbsent(socket.namespace(), name -> new Members())
                .all
                .put(socket.id(), socket);
    }

    void remove(NamespaceSocket socket, Collection<String> rooms) {
        Members members = namespaces.get(socket.namespace());
        if (members != null) {
            for (String room : rooms) {
                leave(members, socket, room);
            }
            members.all.remove(socket.id());
            if (members.all.isEmpty()) {
                namespaces.remove(socket.namespace());
            }
        }
    }

    /** Makes the index agree with what the socket says of one room. */
    void update(NamespaceSocket socket, String room, boolean in) {
        Members members = namespaces.get(socket.namespace());
        if (members == null || members.all.get(socket.id()) != socket) {
            return;
        }
        if (in) {
            members.rooms.computeIfAbsent(room, name -> new LinkedHashSet<>()).add(socket);
        } else {
            leave(members, socket, room);
        }
    }

    private static void leave(Members members, NamespaceSocket socket, String room) {
        Set<NamespaceSocket> in = members.rooms.get(room);
        if (in != null && in.remove(socket) && in.isEmpty()) {
            members.rooms.remove(room);
        }
    }

    /** Passes each socket that a broadcast is for, once. The action must not change the index. */
    void forEach(Broadcast broadcast, Consumer<NamespaceSocket> action) {
        Members members = namespaces.get(broadcast.namespace());
        if (members == null) {
            return;
        }
        long mark = ++round;
        for (String room : broadcast.except()) {
            for (NamespaceSocket socket : in(members, room)) {
                socket.mark(mark);
            }
        }
        if (broadcast.rooms().isEmpty()) {
            pass(members.all.values(), mark, action);
        } else {
            for (String room : broadcast.rooms()) {
                pass(in(members, room), mark, action);
            }
        }
    }

    private static void pass(
            Collection<NamespaceSocket> sockets, long mark, Consumer<NamespaceSocket> action) {
        for (NamespaceSocket socket : sockets) {
            if (socket.mark(mark)) {
                action.accept(socket);
            }
        }
    }

    private static Collection<NamespaceSocket> in(Members members, String room) {
        NamespaceSocket own = members.all.get(room);
        Set<NamespaceSocket> in = members.rooms.get(room);
        if (own == null) {
            return in == null ? List.of() : in;
        }
        if (in == null) {
            return List.of(own);
        }
        // Somebody has joined the room of another socket's id.
        List<NamespaceSocket> both = new ArrayList<>(in);
        both.add(own);
        return both;
    }
}
