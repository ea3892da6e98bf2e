package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Ack;
import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

class ProblemsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    interface Open {}

    @Emits(event = "disconnect")
    @SuppressWarnings("UnusedMethod") // that a private method is never called is the point
    static class Bad implements EventHandlers {

        @OnEvent("a")
        void wrongSocket(java.net.Socket socket) {}

        @OnEvent("b")
        private void hidden() {}

        @OnEvent("c")
        static void shared() {}

        @OnEvent("d")
        void stream(InputStream in) {}

        @OnEvent("e")
        void open(Open open) {}

        @OnEvent("f")
        void twoAcks(Ack<String> one, Ack<String> two) {}

        @OnEvent("g")
        String ackAndValue(Ack<String> ack) {
            return "";
        }

        @OnEvent(value = "h", inline = true)
        CompletionStage<String> inlineLater() {
            return null;
        }

        @OnEvent(value = "i", timeout = "5 parsecs")
        void time() {}

        @OnEvent("connect")
        void reserved() {}

        @OnEvent("twice")
        void one() {}

        @OnEvent("twice")
        void two() {}

        @OnEvent("j")
        void reason(DisconnectReason reason) {}

        @OnConnect
        void connect(Socket socket, String name) {}

        @OnEvent("k")
        Future<String> future() {
            return null;
        }

        @OnEvent(value = "l", inline = true, ordered = false)
        void inlineUnordered() {}

        @OnEvent("list")
        void list(List<Open> list) {}
    }

    @Test
    void whatCannotBeBoundIsASentence() {
        Plugins.Fake plugin = Plugins.staged(registry, "bad", new Bad());
        List<String> problems = plugin.revision.problems(null);
        assertThat(problems)
                .contains(
                        "Bad.wrongSocket: parameter 1 (java.net.Socket): java.net.Socket: did you mean"
                                + " io.fastsocket.api.Socket?",
                        "Bad.hidden: is private; give it any other visibility",
                        "Bad.shared: is static; make it an instance method",
                        "Bad.stream: parameter 1 (java.io.InputStream): java.io.InputStream cannot be"
                                + " bound from JSON; use a record of your own",
                        "Bad.twoAcks: has two Ack parameters; an event has one answer",
                        "Bad.ackAndValue: has an Ack parameter and returns String; answer by one of"
                                + " them",
                        "Bad.inlineLater: is inline and returns later; leave out one, since the event"
                                + " loop never waits",
                        "Bad.time: timeout \"5 parsecs\" is no time; write it like 500ms, 5s or 1m",
                        "Bad.reserved: event \"connect\" is Socket.IO's own; choose another name",
                        "Bad.two: event \"twice\" has another method in this class; keep one",
                        "Bad: @Emits: event \"disconnect\" is Socket.IO's own; choose another name");
        for (String method :
                List.of("open", "reason", "connect", "future", "inlineUnordered", "list")) {
            assertThat(problems).anyMatch(p -> p.startsWith("Bad." + method + ": "));
        }
        assertThat(problems).hasSize(17);
    }

    static class Base<T> {
        @OnEvent("base")
        T base(T value) {
            return value;
        }

        @OnEvent("over")
        int over() {
            return 1;
        }
    }

    record Point(int x) {}

    static final class Derived extends Base<Point> implements EventHandlers {
        @Override
        @OnEvent("over")
        int over() {
            return 2;
        }
    }

    @Test
    void methodsOfSuperclassesAreFound() {
        Plugins.Fake plugin = Plugins.staged(registry, "derived", new Derived());
        assertThat(plugin.revision.problems(null)).isEmpty();
        plugin.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("base", "{\"x\":1}")).isEqualTo("{\"x\":1}");
        assertThat(client.call("base", "{\"x\":\"1\"}")).contains("\"path\":\"x\"");
        assertThat(client.call("over", "")).isEqualTo("2");
    }
}
