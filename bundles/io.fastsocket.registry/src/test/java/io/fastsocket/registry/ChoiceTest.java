package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Answers;
import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What can be done with many sockets at once. */
class ChoiceTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Plugins.Fake plugin = Plugins.serving(registry);
    private final FakeClient a = FakeClient.join(registry.dispatcher(), "/");
    private final FakeClient b = FakeClient.join(registry.dispatcher(), "/");
    private final FakeClient c = FakeClient.join(registry.dispatcher(), "/");

    @BeforeEach
    void connect() {
        registry.transports().set(new FakeTransport(a, b, c));
        a.join("room");
        b.join("room");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private BroadcastOperator room() {
        return plugin.revision.scope().server().of("/").to("room");
    }

    @Test
    void looksThroughThem() {
        assertThat(room().sockets()).extracting(Socket::id).containsExactlyInAnyOrder(a.id, b.id);
        assertThat(room().except("room").sockets()).isEmpty();
    }

    @Test
    void movesThemBetweenRooms() {
        room().socketsJoin("one", "two");
        assertThat(a.rooms()).contains("room", "one", "two");
        assertThat(c.rooms()).doesNotContain("one");
        room().socketsLeave("room", "one");
        assertThat(b.rooms()).contains("two").doesNotContain("room", "one");
    }

    @Test
    void takesThemOut() {
        room().disconnectSockets(false);
        assertThat(a.connected()).isFalse();
        assertThat(b.connected()).isFalse();
        assertThat(c.connected()).isTrue();
    }

    @Test
    void asksThemAll() {
        CompletableFuture<Answers<Integer>> answers = ask(Duration.ofSeconds(30));
        assertThat(a.asked).hasSize(1).containsValue(a.asked.get(0L));
        assertThat(a.asked.get(0L)).hasToString("\"ask\",\"why\"").isSameAs(b.asked.get(0L));
        assertThat(c.asked).isEmpty();
        a.receiver.ack(0, Payload.of("1"));
        assertThat(answers).isNotDone();
        b.receiver.ack(0, Payload.of("2"));
        assertThat(answers.join().values()).containsExactlyInAnyOrder(1, 2);
        assertThat(answers.join().missing()).isEmpty();
    }

    @Test
    void tellsWhoDidNotAnswer() {
        CompletableFuture<Answers<Integer>> late = ask(Duration.ofMillis(50));
        a.receiver.ack(0, Payload.of("null"));
        assertThat(late.join().values()).containsExactly((Integer) null);
        assertThat(late.join().missing()).containsExactly(b.id);

        CompletableFuture<Answers<Integer>> wrong = ask(Duration.ofSeconds(30));
        a.receiver.ack(1, Payload.of("\"no number\""));
        b.leave(DisconnectReason.TRANSPORT_CLOSE);
        Await.until("answered", wrong::isDone);
        assertThat(wrong.join().values()).isEmpty();
        assertThat(wrong.join().missing()).containsExactlyInAnyOrder(a.id, b.id);
    }

    @Test
    void wantsATimeLimit() {
        assertThatThrownBy(() -> room().timeout(Duration.ZERO))
                .hasMessage("time limit PT0S must be positive");
    }

    private CompletableFuture<Answers<Integer>> ask(Duration limit) {
        return room().timeout(limit).emitWithAck("ask", "why", Integer.class).toCompletableFuture();
    }
}
