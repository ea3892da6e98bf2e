package io.fastsocket.examples.chat;

import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;

import java.util.List;

/**
 * The rooms for talking, among the server's rooms. A prefix keeps them apart from the others: each
 * socket is in a room of its own id too, and in one of its nick, which nobody shall join by name.
 */
final class Rooms {

    /** What a room may be called; clients see the name without the prefix. */
    static final String NAME = "[a-z0-9-]{1,32}";

    private static final String PREFIX = "room:";

    private Rooms() {}

    /** The server's name for a room. */
    static String key(String room) {
        return PREFIX + room;
    }

    static boolean has(Socket socket, String room) {
        return socket.rooms().contains(key(room));
    }

    /** The rooms that a socket is in, or was in when it left. */
    static List<String> of(Socket socket) {
        return socket.rooms().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    static List<Socket> members(SocketNamespace chat, String room) {
        return List.copyOf(chat.to(key(room)).sockets());
    }
}
