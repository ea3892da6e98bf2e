package io.fastsocket.registry;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Received;
import io.fastsocket.api.Socket;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;

import jakarta.validation.constraints.NotBlank;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

        @OnStream("t")
        @Emits(event = "u", payload = Part.class)
        Flowable<Part> t(Flowable<Received<Message>> messages) {
            return messages.window(1, TimeUnit.HOURS)
                    .flatMap(window -> window.observeOn(Schedulers.computation()))
                    .delay(1, TimeUnit.MILLISECONDS, Schedulers.io())
                    .map(received -> new Part(received.element().text(), Color.RED));
        }

        @OnStream(value = "m", observe = true)
        void observe(Flowable<Message> messages) {
            var unused = messages.take(1).subscribe();
        }

        @OnEvent("s")
        Shape s(Shape shape) {
            return shape;
        }
    }
}
