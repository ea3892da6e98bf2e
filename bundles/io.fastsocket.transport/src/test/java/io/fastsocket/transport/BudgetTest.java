package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.EventException;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What all clients together may take up of the memory. */
final class BudgetTest {

    private static final String EVENT = "42[\"" + "e".repeat(90_000) + "\"]";

    @Test
    void closesWhoSendsMoreUnfinishedFramesThanFit() throws Exception {
        try (Engines server = new Engines("maxPayload", 100_000, "inboundBudget", 200_000);
                RawWebSocket other = RawWebSocket.joined(server.engine)) {
            List<RawWebSocket> senders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                senders.add(RawWebSocket.joined(server.engine));
                senders.get(i).raw(beginning(0x82, 100_000, 90_000));
            }
            Engines.eventually(() -> server.engine.connections() < 5);
            other.send("421[\"small\",1]");
            assertThat(other.text()).isEqualTo("431[1]");
            for (RawWebSocket sender : senders) {
                sender.close();
            }
            Engines.eventually(() -> server.engine.connections() == 1);
            Engines.eventually(() -> server.engine.budgets().incoming() == 0);
            other.send(EVENT);
            assertThat(other.text()).startsWith("42[\"eee");
        }
    }

    @Test
    void saysWhyItCloses() throws Exception {
        try (Engines server = new Engines("maxPayload", 100_000, "inboundBudget", 170_000);
                RawWebSocket one = RawWebSocket.joined(server.engine);
                RawWebSocket two = RawWebSocket.joined(server.engine)) {
            one.raw(beginning(0x82, 100_000, 99_000));
            Engines.eventually(() -> server.engine.budgets().incoming() > 99_000);
            two.raw(beginning(0x02, 90_000, 90_000));
            assertThat(two.closeCode()).isEqualTo(1013);
            assertThat(server.engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void countsFragmentsAndAttachments() throws Exception {
        try (Engines server = new Engines("maxPayload", 100_000);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.frame(0x02, new byte[50_000]);
            Engines.eventually(() -> server.engine.budgets().incoming() >= 50_000);
            client.frame(0x80, new byte[10]);
            assertThat(client.closeCode()).isEqualTo(1008);
            assertThat(server.engine.budgets().incoming()).isZero();
        }
        try (Engines server = new Engines();
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("452-[\"a\",{\"_placeholder\":true,\"num\":1}]");
            client.frame(0x82, new byte[50_000]);
            Engines.eventually(() -> server.engine.budgets().incoming() >= 50_000);
            client.frame(0x82, new byte[10]);
            assertThat(client.text()).startsWith("452-[\"a-back\"");
            assertThat(server.engine.budgets().incoming()).isZero();
        }
    }

    /** Begins a frame of some length, of which only some bytes come. */
    private static byte[] beginning(int first, int length, int come) {
        byte[] frame = new byte[14 + come];
        frame[0] = (byte) first;
        frame[1] = (byte) 0xFF;
        for (int i = 0; i < 4; i++) {
            frame[9 - i] = (byte) (length >>> (8 * i));
        }
        return frame;
    }

    @Test
    void closesTheSlowestWhenTooMuchWaitsForAll() throws Exception {
        try (Engines server =
                        new Engines("outboundLimit", 100_000_000, "outboundBudget", 20_000_000);
                RawWebSocket reader = RawWebSocket.joined(server.engine);
                RawWebSocket slow = RawWebSocket.joined(server.engine);
                RawWebSocket slower = RawWebSocket.joined(server.engine)) {
            for (int i = 0; i < 100; i++) {
                send(server, 1, 100_000);
                send(server, 2, 300_000);
            }
            Engines.eventually(
                    () -> server.dispatcher.calls.contains("disconnected / forced close"));
            assertThat(server.engine.connections()).isEqualTo(2);
            assertThat(slower.status).contains("101");
            reader.send("421[\"there\",1]");
            assertThat(reader.text()).isEqualTo("431[1]");
            for (int i = 0; i < 100; i++) {
                assertThat(slow.text()).hasSize(100_008);
            }
            Engines.eventually(() -> server.engine.budgets().outgoing() == 0);
        }
    }

    private static void send(Engines server, int socket, int bytes) {
        List<ClientSocket> sockets = server.dispatcher.sockets;
        if (socket < sockets.size()) {
            sockets.get(socket).emit(payload(bytes), false);
        }
    }

    private static Payload payload(int bytes) {
        return Payload.of("\"e\",\"" + "x".repeat(bytes - 2) + "\"");
    }

    @Test
    void countsABroadcastOnce() throws Exception {
        try (Engines server = new Engines("outboundBudget", 30_000_000)) {
            List<RawWebSocket> members = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                members.add(RawWebSocket.joined(server.engine));
            }
            for (int i = 0; i < 10; i++) {
                server.engine.broadcast(
                        new Broadcast("/", Set.of(), Set.of(), false, payload(1_000_000)));
            }
            Engines.eventually(() -> server.engine.budgets().outgoing() > 4_000_000);
            assertThat(server.engine.budgets().outgoing()).isLessThan(11_000_000);
            for (RawWebSocket member : members) {
                for (int i = 0; i < 10; i++) {
                    assertThat(member.text()).hasSize(1_000_008);
                }
                member.close();
            }
            Engines.eventually(() -> server.engine.budgets().outgoing() == 0);
        }
    }

    @Test
    void refusesBroadcastsFarBeyondTheBudget() throws Exception {
        try (Engines server = new Engines("outboundBudget", 65_536, "eventLoops", 1);
                RawWebSocket member = RawWebSocket.joined(server.engine)) {
            server.dispatcher.hook =
                    (socket, event) -> {
                        // The loop is busy here, so nothing leaves.
                        server.engine.broadcast(
                                new Broadcast("/", Set.of(), Set.of(), false, payload(100_000)));
                        assertThatThrownBy(
                                        () ->
                                                server.engine.broadcast(
                                                        new Broadcast(
                                                                "/",
                                                                Set.of(),
                                                                Set.of(),
                                                                false,
                                                                payload(10))))
                                .isInstanceOf(EventException.class)
                                .hasMessage("overloaded, retry");
                        return false;
                    };
            member.send("42[\"a\"]");
            assertThat(member.text()).startsWith("42[\"e\",\"xxx");
            assertThat(member.text()).isEqualTo("42[\"a-back\"]");
        }
    }

    @Test
    void answersNoMorePollsThanAreRead() throws Exception {
        try (Engines server = new Engines("outboundLimit", 20_000_000)) {
            String sid = server.joined();
            for (int i = 0; i < 18; i++) {
                send(server, 0, 1_000_000);
            }
            String poll = "GET " + Engines.session(sid) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            try (RawHttp unread = new RawHttp(server.engine).send(poll);
                    RawHttp again = new RawHttp(server.engine)) {
                unread.head();
                again.send(poll);
                for (int i = 0; i < 18; i++) {
                    send(server, 0, 1_000_000);
                }
                Engines.eventually(() -> server.engine.connections() == 0);
                // Nor is what was on its way kept for a client that does not read.
                Engines.eventually(() -> server.engine.budgets().outgoing() == 0);
            }
        }
    }
}
