package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

/** How a socket is admitted. */
class HandshakeTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Door implements EventHandlers {
        @OnHandshake
        void admit(Handshake handshake) {
            String auth = handshake.auth().text();
            if (auth.equals("{}")) {
                throw new EventException(10001, "please sign in");
            }
            if (auth.contains("bad")) {
                throw new IllegalStateException("secret");
            }
        }

        @OnEvent("x")
        void x() {}
    }

    static final class Quiet implements EventHandlers {
        @OnEvent("x")
        void x() {}
    }

    @Test
    void handshakesAreAskedWithAuthAlways() {
        Plugins.serving(registry, new Door());
        assertThat(refused(Payload.NONE))
                .isEqualTo(
                        "{\"message\":\"please sign in\",\"data\":{\"code\":10001,\"reason\":\"please sign"
                                + " in\"}}");
        assertThat(refused(Payload.of("{\"bad\":1}")))
                .startsWith("{\"message\":\"internal\",\"data\":{\"code\":5000,")
                .contains("\"reference\":");
        assertThat(new FakeClient("/").connect(registry.dispatcher(), Payload.of("{\"a\":1}")))
                .isInstanceOf(Admission.Accepted.class);
        Admission unknown = new FakeClient("/none").connect(registry.dispatcher(), Payload.NONE);
        assertThat(((Admission.Refused) unknown).error())
                .hasToString("{\"message\":\"Invalid namespace\"}");
    }

    @Test
    void whereNobodyIsAskedOrToldNoThreadIsNeeded() {
        Plugins.serving(registry, new Quiet());
        CompletableFuture<Admission> admission =
                registry.dispatcher()
                        .connect(new FakeClient("/"), Payload.NONE)
                        .toCompletableFuture();
        assertThat(admission).isCompletedWithValueMatching(Admission.Accepted.class::isInstance);
        SocketReceiver receiver = ((Admission.Accepted) admission.join()).receiver();
        receiver.connected();
        assertThat(registry.sockets().count()).isEqualTo(1);
        receiver.disconnected(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(registry.sockets().count()).isZero();
    }

    private String refused(Payload auth) {
        Admission admission = new FakeClient("/").connect(registry.dispatcher(), auth);
        return ((Admission.Refused) admission).error().toString();
    }
}
