package io.fastsocket.examples.chat;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnDisconnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;
import io.fastsocket.api.SocketServer;
import io.fastsocket.api.StateHandover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.osgi.service.component.annotations.Component;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Rooms to talk in. Who is who, and who is where, the server keeps with its sockets, where a new
 * revision of this plugin finds it; what was said lately is handed to it. So a swap changes nothing
 * for those who talk.
 */
@Component
@Namespace(Chat.NAMESPACE)
@Emits(event = "message", payload = Message.class)
@Emits(event = "typing", payload = Chat.Presence.class)
@Emits(event = "joined", payload = Chat.Presence.class)
@Emits(event = "left", payload = Chat.Presence.class)
public final class Chat implements EventHandlers, StateHandover {

    static final String NAMESPACE = "/chat";
    static final int NOT_IN_ROOM = 10005;
    static final int TOO_MANY_ROOMS = 10006;
    static final int MOST_ROOMS = 10;

    /**
     * A room.
     *
     * @param room its name
     */
    record Room(@NotNull @Pattern(regexp = Rooms.NAME) String room) {}

    /**
     * What someone says.
     *
     * @param room where
     * @param text the words
     */
    record Draft(
            @NotNull @Pattern(regexp = Rooms.NAME) String room,
            @NotBlank @Size(max = 1000) String text) {}

    /**
     * Said, and passed on.
     *
     * @param id of the message
     * @param time of the server
     */
    record Receipt(String id, Instant time) {}

    /**
     * Somebody in a room.
     *
     * @param room which
     * @param nick who
     */
    record Presence(String room, String nick) {}

    /**
     * What one finds on joining.
     *
     * @param room which
     * @param members nicks of all who are in it, in alphabetical order
     * @param history what was said lately, oldest first
     */
    record View(String room, List<String> members, List<Message> history) {}

    private final Nicks nicks = new Nicks();
    private final History history = new History();

    @Override
    public Object handOver() {
        return history.keep();
    }

    @Override
    public void takeOver(Json state) {
        history.restore(state.as(History.Kept.class));
    }

    @OnHandshake
    void admit(Handshake handshake, Socket socket, SocketServer server) {
        nicks.claim(handshake.auth().as(Nicks.Claim.class), socket, server.of(NAMESPACE));
    }

    @OnConnect
    void came(Socket socket, SocketServer server) {
        nicks.arrived(socket);
        Nicks.settle(socket, server.of(NAMESPACE));
    }

    @OnEvent("join")
    View join(Room wanted, Socket socket, SocketServer server) {
        String room = wanted.room();
        if (!Rooms.has(socket, room)) {
            if (Rooms.of(socket).size() >= MOST_ROOMS) {
                throw new EventException(
                        TOO_MANY_ROOMS, "in " + MOST_ROOMS + " rooms already: leave one first");
            }
            socket.join(Rooms.key(room));
            tell("joined", room, socket);
        }
        SocketNamespace chat = server.of(NAMESPACE);
        List<String> members =
                Rooms.members(chat, room).stream().map(Nicks::of).distinct().sorted().toList();
        return new View(room, members, history.of(room));
    }

    @OnEvent("leave")
    void leave(Room room, Socket socket) {
        if (Rooms.has(socket, room.room())) {
            socket.leave(Rooms.key(room.room()));
            tell("left", room.room(), socket);
        }
    }

    @OnEvent("message")
    Receipt message(Draft draft, Socket socket) {
        requireIn(draft.room(), socket);
        Message message =
                new Message(
                        UUID.randomUUID().toString(),
                        draft.room(),
                        Nicks.of(socket),
                        draft.text(),
                        Instant.now());
        // First kept, then sent: who joins in between sees it twice, with one id, rather than not.
        history.add(message);
        socket.to(Rooms.key(draft.room())).emit("message", message);
        return new Receipt(message.id(), message.time());
    }

    @OnEvent("typing")
    void typing(Room room, Socket socket) {
        requireIn(room.room(), socket);
        Presence presence = new Presence(room.room(), Nicks.of(socket));
        socket.to(Rooms.key(room.room())).asVolatile().emit("typing", presence);
    }

    @OnDisconnect
    void gone(Socket socket) {
        nicks.arrived(socket);
        Rooms.of(socket).forEach(room -> tell("left", room, socket));
    }

    private static void tell(String event, String room, Socket socket) {
        socket.to(Rooms.key(room)).emit(event, new Presence(room, Nicks.of(socket)));
    }

    private static void requireIn(String room, Socket socket) {
        if (!Rooms.has(socket, room)) {
            throw new EventException(NOT_IN_ROOM, "not in the room " + room + ": join it first");
        }
    }
}
