package io.fastsocket.registry;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;

import jakarta.validation.constraints.NotBlank;

import java.util.List;
import java.util.Map;

/** A plugin's classes, which a test loads by a loader of their own. */
final class RevisionFixture {

    private RevisionFixture() {}

    enum Color {
        RED
    }

    record Part(@NotBlank String name, Color color) {}

    sealed interface Shape {}

    record Circle(int r) implements Shape {}

    record Message(@NotBlank String text, List<Part> parts, Map<String, Color> colors) {}

    static final class Handler implements EventHandlers {
        @OnEvent("m")
        Message m(Message message, Socket socket) {
            socket.data().put("m", message);
            return socket.data().get("m", Message.class).orElseThrow();
        }

        @OnEvent("s")
        Shape s(Shape shape) {
            return shape;
        }
    }
}
