package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interceptors before a handshake, as {@code io.use} in Node. */
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
}
