package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnAny;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Interceptors before handshakes and events, as {@code io.use} and {@code socket.use} in Node. */
class MiddlewareTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    record Auth(String user) {}

    static final class Guard implements EventInterceptor {
        @Override
        public void onHandshake(Handshake handshake, Socket socket) {
            if (handshake.auth().isEmpty()) {
                throw new EventException(10_001, "please sign in");
            }
            socket.data().put("user", handshake.auth().as(Auth.class).user());
        }
    }

    static final class Who implements EventHandlers {
        @OnEvent("who")
        String who(Socket socket) {
            return socket.data().get("user", String.class).orElseThrow();
        }
    }

    @Test
    void refusesOrFillsTheSocketsData() {
        Plugins.serving(registry, new Guard(), new Who());
        Admission refused = new FakeClient("/").connect(registry.dispatcher(), Payload.NONE);
        assertThat(((Admission.Refused) refused).error().toString())
                .contains("\"message\":\"please sign in\"", "\"code\":10001");
        FakeClient client = new FakeClient("/");
        Admission admitted =
                client.connect(registry.dispatcher(), Payload.of("{\"user\":\"Ada\"}"));
        client.receiver = ((Admission.Accepted) admitted).receiver();
        client.receiver.connected();
        assertThat(client.call("who", "")).isEqualTo("\"Ada\"");
    }

    static final class Unlucky implements EventInterceptor {
        @Override
        public void onEvent(EventContext event) {
            if (event.arguments().text().equals("[13]")) {
                throw new EventException(10013, "unlucky");
            }
        }
    }

    static final class Count implements EventHandlers {
        final Queue<Integer> counted = new ConcurrentLinkedQueue<>();

        @OnEvent("count")
        int count(int i) {
            counted.add(i);
            return i;
        }
    }

    static final class Observer implements EventHandlers {
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnAny
        void any(String event, Json arguments) {
            if (seen.add(event + arguments.text())) {
                throw new IllegalStateException("changes nothing");
            }
        }
    }

    @Test
    void interceptorsRefuseAndObserversSeeTheRest() {
        Observer observer = new Observer();
        Count count = new Count();
        Plugins.serving(registry, count, new Unlucky(), observer);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("count", "13")).contains("10013");
        assertThat(client.call("count", "1")).isEqualTo("1");
        assertThat(client.call("nobody", "2")).contains("4004");
        Await.until("seen", () -> observer.seen.size() == 2);
        assertThat(observer.seen).containsExactly("count[1]", "nobody[2]");
        assertThat(count.counted).containsExactly(1);
    }
}
