package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Pace;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Broadcasts of which somebody else says who of the receivers is sent them now. */
final class PaceTest {

    private static final int UNREAD = 100_000;
    private static final int ROUNDS = 400;

    private static Broadcast paced(String room, boolean mayDrop, String event, Pace pace) {
        return new Broadcast("/", Set.of(room), Set.of(), mayDrop, Payload.of(event), pace);
    }

    @Test
    void eachReceiverIsAskedAboutOnceAndNobodyElse() throws Exception {
        try (Engines server = new Engines();
                RawWebSocket first = RawWebSocket.joined(server.engine);
                RawWebSocket second = RawWebSocket.joined(server.engine);
                RawWebSocket outside = RawWebSocket.joined(server.engine)) {
            List<ClientSocket> sockets = server.dispatcher.sockets;
            sockets.get(0).join("room");
            sockets.get(1).join("room");
            List<ClientSocket> asked = new CopyOnWriteArrayList<>();

            server.engine.broadcast(
                    paced(
                            "room",
                            false,
                            "\"candle\",1",
                            receiver -> {
                                asked.add(receiver);
                                return receiver.equals(sockets.get(1));
                            }));
            server.engine.broadcast(
                    new Broadcast("/", Set.of(), Set.of(), false, Payload.of("\"all\"")));

            assertThat(first.text()).isEqualTo("42[\"all\"]");
            assertThat(second.text()).isEqualTo("42[\"candle\",1]");
            assertThat(second.text()).isEqualTo("42[\"all\"]");
            assertThat(outside.text()).isEqualTo("42[\"all\"]");
            assertThat(asked).containsExactlyInAnyOrder(sockets.get(0), sockets.get(1));
        }
    }

    /** What waits for a client that does not read is the engine's; a volatile event is nobody's. */
    @Test
    void ofVolatileEventsThoseThatAreNotReadyAreNotAskedAbout() throws Exception {
        try (Engines server = new Engines();
                RawWebSocket slow = RawWebSocket.joined(server.engine)) {
            ClientSocket socket = server.dispatcher.sockets.get(0);
            String filling = "\"filling\",\"" + "x".repeat(UNREAD) + '"';
            List<String> asked = List.of("candle", "marker");
            for (int i = 0; i < ROUNDS && asked.contains("candle"); i++) {
                socket.emit(Payload.of(filling), false);
                asked = new CopyOnWriteArrayList<>();
                ask(server, socket, "candle", asked);
                ask(server, socket, "marker", asked);
                List<String> all = asked;
                Engines.eventually(() -> all.contains("marker"));
            }
            assertThat(asked).containsExactly("marker");
            assertThat(slow.status).contains("101");
        }
    }

    private static void ask(Engines server, ClientSocket socket, String event, List<String> asked) {
        boolean mayDrop = event.equals("candle");
        server.engine.broadcast(
                paced(
                        socket.id(),
                        mayDrop,
                        '"' + event + '"',
                        receiver -> {
                            asked.add(event);
                            return false;
                        }));
    }
}
