package io.fastsocket.examples.chat;

import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was said lately. It lives as long as this revision of the plugin. What of it outlives a swap
 * is what each socket has said itself, which is kept in the socket's data: a new revision collects
 * it from those who are in the room. What people said who have left by then is forgotten.
 */
final class History {

    /** Messages kept for a room. */
    static final int LENGTH = 50;

    /** Messages kept with each socket. */
    static final int SAID = 20;

    /** Rooms kept; those that were silent longest go first. */
    static final int ROOMS = 100;

    private static final String KEY = "said";

    private final Map<String, Deque<Message>> rooms =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Message>> eldest) {
                    return size() > ROOMS;
                }
            };

    /** Keeps a message, also with the socket that sent it. */
    void add(Message message, Socket socket, SocketNamespace chat) {
        synchronized (rooms) {
            append(room(message.room(), chat), message);
            List<Message> said = Stream.concat(said(socket), Stream.of(message)).toList();
            int from = Math.max(0, said.size() - SAID);
            socket.data().put(KEY, said.subList(from, said.size()).toArray(Message[]::new));
        }
    }

    /** A room's history, oldest first. */
    List<Message> of(String room, SocketNamespace chat) {
        synchronized (rooms) {
            return List.copyOf(room(room, chat));
        }
    }

    private Deque<Message> room(String room, SocketNamespace chat) {
        return rooms.computeIfAbsent(room, name -> collect(name, Rooms.members(chat, name)));
    }

    private static Deque<Message> collect(String room, Collection<Socket> members) {
        Deque<Message> found = new ArrayDeque<>(LENGTH);
        members.stream()
                .flatMap(History::said)
                .filter(message -> message.room().equals(room))
                .sorted(Comparator.comparing(Message::time))
                .forEach(message -> append(found, message));
        return found;
    }

    private static Stream<Message> said(Socket socket) {
        return socket.data().get(KEY, Message[].class).stream().flatMap(Arrays::stream);
    }

    private static void append(Deque<Message> room, Message message) {
        if (room.size() == LENGTH) {
            room.removeFirst();
        }
        room.addLast(message);
    }
}
