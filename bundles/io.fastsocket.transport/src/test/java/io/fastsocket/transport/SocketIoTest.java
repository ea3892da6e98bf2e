package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class SocketIoTest {

    private Engines server;

    @BeforeEach
    void open() throws Exception {
        server = new Engines("pingInterval", 60_000, "maxAttachments", 3, "outboundLimit", 100_000);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<String> calls() {
        return server.dispatcher.calls;
    }

    @Test
    void asksTheDispatcherWhateverCameWithConnect() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            String open = client.text();
            client.send("40", "40/custom,{\"token\":\"abc\"}", "40/random", "40/other,");
            String connect = client.text();
            assertThat(connect).matches("40\\{\"sid\":\"[\\w-]{20}\"}");
            assertThat(open).doesNotContain(connect.substring(9, 29));
            assertThat(client.text()).isEqualTo("42[\"auth\",{}]");
            assertThat(client.text()).startsWith("40/custom,{\"sid\":");
            assertThat(client.text()).isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
            assertThat(client.text()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
            assertThat(client.text()).startsWith("40/other,{\"sid\":");
            assertThat(calls()).contains("ask / ", "ask /random ", "ask /other ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"a\"]",
                "41",
                "431[]",
                "40/random,42[\"a\"]",
                "40\n40",
                "40\n42/custom,[\"a\"]",
                "40/custom\n42[\"a\"]",
                "40\n41\n42[\"a\"]",
                "44{\"message\":\"a\"}",
                "40/random\n42/random,[\"a\"]"
            })
    void closesUponAPacketThatDoesNotFit(String packets) throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            client.send(packets.split("\n"));
            assertThat(client.closeCode()).isEqualTo(1008);
            assertThat(calls()).noneMatch(call -> call.startsWith("event"));
        }
    }

    @Test
    void anAnswerOfTheLoopDoesNotOvertakeAnotherThreadsEarlierOne() throws Exception {
        server.dispatcher.hook =
                (socket, event) -> {
                    if (event.eventName().equals("elsewhere")) {
                        // Handed over, and not yet carried out: this is the loop.
                        Thread other =
                                new Thread(() -> socket.ack(event.ackId(), event.arguments()));
                        other.start();
                        Engines.join(other);
                        return true;
                    }
                    return false;
                };
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("421[\"elsewhere\"]", "422[\"here\"]");
            assertThat(client.text()).isEqualTo("431[]");
            assertThat(client.text()).isEqualTo("432[]");
        }
    }

    @Test
    void leavesOneNamespaceAndKeepsTheOthers() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("40/custom");
            client.text();
            client.text();
            client.send("41/custom", "42[\"a\",1]");
            assertThat(client.text()).isEqualTo("42[\"a-back\",1]");
            Engines.eventually(
                    () -> calls().contains("disconnected /custom client namespace disconnect"));
            client.send("40/custom");
            assertThat(client.text()).startsWith("40/custom,");
        }
    }

    @Test
    void answersAndAsks() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("42456[\"a\",1,\"2\",{\"3\":[false]}]", "420[\"none\"]");
            assertThat(client.text()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
            assertThat(client.text()).isEqualTo("430[]");
            server.dispatcher.sockets.get(0).emit(Payload.of("\"ask\",7"), 12);
            assertThat(client.text()).isEqualTo("4212[\"ask\",7]");
            client.send("4312[\"yes\"]");
            Engines.eventually(() -> calls().contains("ack 12 \"yes\""));
        }
    }

    @Test
    void carriesBinariesBothWays() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            String args = "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";
            for (String id : new String[] {"", "789"}) {
                client.send("452-" + id + "[\"a\"," + args + "]");
                client.frame(0x82, new byte[] {1, 2, 3});
                client.frame(0x82, new byte[0]);
                assertThat(client.text())
                        .isEqualTo(
                                id.isEmpty()
                                        ? "452-[\"a-back\"," + args + "]"
                                        : "462-789[" + args + "]");
                assertThat(client.next().payload()).containsExactly(1, 2, 3);
                assertThat(client.next().payload()).isEmpty();
            }
        }
    }

    @Test
    void closesUponBinariesThatDoNotFit() throws Exception {
        String args = "{\"_placeholder\":true,\"num\":0}";
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.frame(0x82, new byte[] {1});
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("451-[\"a\"," + args + "]", "42[\"b\"]");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("454-[\"a\"," + args + "]");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        assertThat(calls()).noneMatch(call -> call.startsWith("event"));
    }

    @Test
    void endsABatchOncePerRead() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            String[] events =
                    IntStream.range(0, 50)
                            .mapToObj(i -> "42[\"e\"," + i + "]")
                            .toArray(String[]::new);
            client.send(events);
            for (int i = 0; i < 50; i++) {
                assertThat(client.text()).isEqualTo("42[\"e-back\"," + i + "]");
            }
            Engines.eventually(() -> calls().get(calls().size() - 1).equals("end of batch"));
            assertThat(calls().stream().filter(call -> call.equals("end of batch")).count())
                    .isLessThan(10);
        }
    }

    @Test
    void broadcastsToRoomsOnceAndExceptSome() throws Exception {
        List<RawWebSocket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                clients.add(RawWebSocket.joined(server.engine));
            }
            List<ClientSocket> sockets = List.copyOf(server.dispatcher.sockets);
            for (int i = 0; i < 6; i++) {
                sockets.get(i).join("all");
                sockets.get(i).join(i % 2 == 0 ? "even" : "odd");
            }
            sockets.get(2).leave("even");
            assertThat(sockets.get(2).rooms())
                    .containsExactlyInAnyOrder("all", sockets.get(2).id());
            broadcast(Set.of("even", "all"), Set.of("odd"), "\"one\"");
            broadcast(Set.of("even"), Set.of(sockets.get(0).id()), "\"two\"");
            broadcast(Set.of(sockets.get(5).id()), Set.of(), "\"three\"");
            broadcast(Set.of(), Set.of(), "\"last\"");
            List<String> got = new ArrayList<>();
            for (RawWebSocket client : clients) {
                StringBuilder all = new StringBuilder();
                for (String text = ""; !text.contains("last"); ) {
                    text = client.text();
                    all.append(text.substring(2));
                }
                got.add(all.toString());
            }
            assertThat(got)
                    .containsExactly(
                            "[\"one\"][\"last\"]",
                            "[\"last\"]",
                            "[\"one\"][\"last\"]",
                            "[\"last\"]",
                            "[\"one\"][\"two\"][\"last\"]",
                            "[\"three\"][\"last\"]");
        } finally {
            for (RawWebSocket client : clients) {
                client.close();
            }
        }
        Engines.eventually(() -> server.engine.sockets("/").isEmpty());
    }

    private void broadcast(Set<String> rooms, Set<String> except, String event) {
        server.engine.broadcast(new Broadcast("/", rooms, except, false, Payload.of(event)));
    }

    @Test
    void keepsTheOrderOfAThreadAcrossEmitsAndBroadcasts() throws Exception {
        try (RawWebSocket one = RawWebSocket.joined(server.engine);
                RawWebSocket two = RawWebSocket.joined(server.engine)) {
            List<ClientSocket> sockets = List.copyOf(server.dispatcher.sockets);
            Thread noise =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 2000; i++) {
                                            sockets.forEach(
                                                    s -> s.emit(Payload.of("\"n\""), false));
                                        }
                                    });
            for (int i = 0; i < 300; i++) {
                sockets.get(0).emit(Payload.of("\"a\"," + 3 * i), false);
                broadcast(Set.of(), Set.of(), "\"a\"," + (3 * i + 1));
                sockets.get(0).emit(Payload.of("\"a\"," + (3 * i + 2)), false);
            }
            int expected = 0;
            while (expected < 900) {
                String text = one.text();
                if (text.startsWith("42[\"a\"")) {
                    assertThat(text).isEqualTo("42[\"a\"," + expected++ + "]");
                }
            }
            noise.join();
            assertThat(two).isNotNull();
        }
    }

    @Test
    void joinsBeforeABroadcastThatBeginsLater() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            ClientSocket socket = server.dispatcher.sockets.get(0);
            for (int i = 0; i < 200; i++) {
                String room = "room" + i;
                socket.join(room);
                assertThat(socket.rooms()).contains(room);
                broadcast(Set.of(room), Set.of(), "\"in\"");
                socket.leave(room);
                broadcast(Set.of(room), Set.of(), "\"out\"");
            }
            for (int i = 0; i < 200; i++) {
                assertThat(client.text()).isEqualTo("42[\"in\"]");
            }
        }
    }

    @Test
    void roomsCanBeReadAfterTheEndButNoLongerChanged() throws Exception {
        ClientSocket socket;
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            assertThat(client).isNotNull();
            socket = server.dispatcher.sockets.get(0);
            socket.join("lobby");
        }
        Engines.eventually(() -> !socket.connected());
        socket.join("late");
        socket.leave("lobby");
        assertThat(socket.rooms()).containsExactlyInAnyOrder("lobby", socket.id());
    }

    @Test
    void endsANamespaceWithoutBlamingLateEvents() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("40/custom");
            client.text();
            client.text();
            server.engine.closeNamespace("/custom");
            assertThat(client.text()).isEqualTo("41/custom,");
            client.send(
                    "42/custom,[\"late\"]",
                    "451-/custom,[\"late\",{\"_placeholder\":true,\"num\":0}]");
            client.frame(0x82, new byte[] {1});
            client.send("42[\"a\"]");
            assertThat(client.text()).isEqualTo("42[\"a-back\"]");
            Engines.eventually(
                    () -> calls().contains("disconnected /custom server namespace disconnect"));
            assertThat(server.engine.sockets("/custom")).isEmpty();
        }
    }

    @Test
    void closesTheConnectionWhenAsked() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            ClientSocket socket = server.dispatcher.sockets.get(0);
            socket.emit(Payload.of("\"last\""), false);
            socket.disconnect(true);
            assertThat(client.text()).isEqualTo("42[\"last\"]");
            assertThat(client.text()).isEqualTo("41");
            assertThat(client.closeCode()).isEqualTo(1000);
            Engines.eventually(() -> !socket.connected());
            socket.emit(Payload.of("\"gone\""), false);
        }
    }

    @Test
    void closesAClientThatReadsTooSlowlyAndDropsVolatileFirst() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            ClientSocket socket = server.dispatcher.sockets.get(0);
            Payload big = Payload.of("\"b\",\"" + "x".repeat(50_000) + "\"");
            for (int i = 0; i < 2000; i++) {
                socket.emit(big, true);
            }
            assertThat(socket.connected()).isTrue();
            // Kernel buffers hold some megabytes.
            for (int i = 0; i < 2000 && socket.connected(); i++) {
                socket.emit(big, false);
            }
            Engines.eventually(() -> !socket.connected());
            Engines.eventually(() -> calls().contains("disconnected / forced close"));
            assertThat(server.engine.connections()).isZero();
            assertThat(client).isNotNull();
        }
    }

    @Test
    void readsNoMoreWhilePausedAndLosesNothing() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            ClientSocket socket = server.dispatcher.sockets.get(0);
            server.dispatcher.hook =
                    (s, event) -> {
                        if (event.eventName().equals("stop")) {
                            s.pauseReading();
                        }
                        return false;
                    };
            client.send("42[\"stop\"]");
            assertThat(client.text()).isEqualTo("42[\"stop-back\"]");
            client.send("42[\"more\"]");
            socket.emit(Payload.of("\"out\""), false);
            assertThat(client.text()).isEqualTo("42[\"out\"]");
            assertThat(calls()).doesNotContain("event more ");
            socket.resumeReading();
            assertThat(client.text()).isEqualTo("42[\"more-back\"]");
        }
    }
}
