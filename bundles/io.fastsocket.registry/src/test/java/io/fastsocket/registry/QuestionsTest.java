package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What handlers ask clients. */
class QuestionsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Asker implements EventHandlers {
        final AtomicReference<CompletionStage<?>> asked = new AtomicReference<>();

        @OnEvent("ask")
        void ask(Socket socket) {
            asked.set(
                    socket.timeout(Duration.ofMinutes(10))
                            .emitWithAck("question", "why", Integer.class));
        }

        @OnEvent("askBriefly")
        void askBriefly(Socket socket) {
            asked.set(
                    socket.timeout(Duration.ofMillis(50))
                            .emitWithAck("question", "why", Integer.class));
        }
    }

    private final Asker asker = new Asker();

    @Test
    void clientsAreAsked() {
        Plugins.serving(registry, asker);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("ask", "");
        client.receiver.ack(0, Payload.of("7"));
        assertThat(future()).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(7);
        client.call("ask", "");
        client.receiver.ack(1, Payload.of("\"7\""));
        assertThatThrownBy(future()::join).hasRootCauseMessage("validation");
        client.call("askBriefly", "");
        assertThatThrownBy(future()::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage(ErrorCode.ACK_TIMEOUT.reason());
        client.call("ask", "");
        client.leave(DisconnectReason.PING_TIMEOUT);
        assertThatThrownBy(future()::join).hasRootCauseMessage("disconnected");
    }

    private CompletableFuture<?> future() {
        return asker.asked.get().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS);
    }
}
