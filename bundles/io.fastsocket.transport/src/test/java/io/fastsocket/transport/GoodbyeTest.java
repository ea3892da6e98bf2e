package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What clients notice when the server stops while events are in flight. */
final class GoodbyeTest {

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";

    private final AtomicReference<Runnable> answer = new AtomicReference<>();

    /** A server whose handler for "slow" answers when told. */
    private Engines server(int stopTimeout) throws Exception {
        Engines server = new Engines("stopTimeout", stopTimeout);
        server.dispatcher.hook =
                (socket, event) -> {
                    if (!event.eventName().equals("slow")) {
                        return false;
                    }
                    answer.set(() -> socket.ack(event.ackId(), Payload.of("\"done\"")));
                    return true;
                };
        return server;
    }

    @Test
    void answersWhatIsInFlightAndRefusesWhatIsNew() throws Exception {
        Engines server = server(30_000);
        server.dispatcher.settled = new CompletableFuture<>();
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("421[\"slow\"]");
            Engines.eventually(() -> answer.get() != null);
            Thread closing = Thread.ofPlatform().start(server::close);
            // A new connection is refused as soon as the server has begun to stop.
            Engines.eventually(() -> refused(server));
            client.send("422[\"new\"]", "40/custom");
            assertThat(client.text()).isEqualTo("432[{\"error\":{\"code\":5003}}]");
            assertThat(client.text()).isEqualTo("44/custom,{\"message\":\"server shutting down\"}");
            answer.get().run();
            server.dispatcher.settled.complete(null);
            assertThat(client.text()).isEqualTo("431[\"done\"]");
            assertThat(client.text()).isEqualTo("41");
            client.frame(0x88, new byte[] {3, (byte) 0xE9});
            assertThat(client.closeCode()).isEqualTo(1001);
            closing.join();
        }
        assertThat(server.dispatcher.calls)
                .contains("disconnected / server shutting down")
                .doesNotContain("event new ");
    }

    private static boolean refused(Engines server) {
        try {
            var answer = server.get(OPENING);
            return answer.statusCode() == 503 && answer.body().contains("Server shutting down");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsAClientThatPollsAndIsJustNotAsking() throws Exception {
        Engines server = server(30_000);
        server.dispatcher.settled = new CompletableFuture<>();
        String sid = server.joined();
        server.post(sid, "421[\"slow\"]");
        Engines.eventually(() -> answer.get() != null);
        Thread closing = Thread.ofPlatform().start(server::close);
        Engines.eventually(() -> refused(server));
        answer.get().run();
        server.dispatcher.settled.complete(null);
        Engines.eventually(() -> server.engine.connections() == 0);
        assertThat(server.poll(sid).body()).isEqualTo("431[\"done\"]\u001e41\u001e1");
        closing.join();
    }

    @Test
    void waitsNoLongerThanItMay() throws Exception {
        Engines server = server(300);
        server.dispatcher.settled = new CompletableFuture<>();
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("421[\"slow\"]");
            Engines.eventually(() -> answer.get() != null);
            Thread closing = Thread.ofPlatform().start(server::close);
            assertThat(client.text()).isEqualTo("41");
            client.frame(0x88, new byte[] {3, (byte) 0xE9});
            assertThat(client.closeCode()).isEqualTo(1001);
            closing.join();
        }
    }

    @Test
    void takesTheAnswersOfClientsThatHandlersWaitFor() throws Exception {
        Engines server = server(30_000);
        server.dispatcher.settled = new CompletableFuture<>();
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            server.dispatcher.sockets.get(0).emit(Payload.of("\"ask\""), 7);
            assertThat(client.text()).isEqualTo("427[\"ask\"]");
            Thread closing = Thread.ofPlatform().start(server::close);
            Engines.eventually(() -> refused(server));
            client.send("437[\"yes\"]");
            Engines.eventually(() -> server.dispatcher.calls.contains("ack 7 \"yes\""));
            server.dispatcher.settled.complete(null);
            assertThat(client.text()).isEqualTo("41");
            client.frame(0x88, new byte[] {3, (byte) 0xE9});
            closing.join();
        }
    }
}
