package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.EventException;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.transport.ClientSocket;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** What a client sees that exceeds a limit, and that it is counted. */
final class LimitTest {

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";

    private static long exceeded(Engines server, String name) {
        return info(server, name).exceeded();
    }

    private static LimitInfo info(Engines server, String name) {
        return server.engine.limits().stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCounted(Engines server, String name) throws InterruptedException {
        Engines.eventually(() -> exceeded(server, name) > 0);
        assertThat(server.engine.limits())
                .filteredOn(limit -> limit.exceeded() > 0)
                .extracting(LimitInfo::name)
                .containsExactly(name);
    }

    private static String closeReason(RawWebSocket client) throws IOException {
        RawWebSocket.Frame frame = client.next();
        while (frame.opcode() != 8) {
            assertThat(frame.opcode()).as("end without a close frame").isPositive();
            frame = client.next();
        }
        byte[] bytes = frame.payload();
        int code = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return code
                + " "
                + new RawWebSocket.Frame(8, Arrays.copyOfRange(bytes, 2, bytes.length)).text();
    }

    /** What a client is told that joins and then sends this. */
    private static void assertCloses(String key, int limit, String reason, String... texts)
            throws Exception {
        try (Engines server = new Engines(key, limit);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send(texts);
            assertThat(closeReason(client)).isEqualTo(reason);
            assertCounted(server, key);
        }
    }

    @Test
    void payload() throws Exception {
        String big = "42[\"" + "x".repeat(2000) + "\"]";
        assertCloses("maxPayload", 1000, "1009 message too big", big);
        try (Engines server = new Engines("maxPayload", 1000)) {
            String sid = server.joined();
            assertThat(server.post(sid, big).statusCode()).isEqualTo(413);
            assertCounted(server, "maxPayload");
        }
    }

    @Test
    void attachments() throws Exception {
        assertCloses("maxAttachments", 2, "1008 parse error: too many attachments", "453-[\"a\"]");
    }

    @Test
    void depth() throws Exception {
        try (Engines server = new Engines("maxDepth", 3);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("421[\"a\",[[{}]]]");
            assertThat(client.text()).isEqualTo("431[[[{}]]]");
        }
        assertCloses("maxDepth", 3, "1008 parse error: nested too deep", "42[\"a\",[[[[]]]]]");
    }

    @Test
    void packetsOfABody() throws Exception {
        try (Engines server = new Engines("maxPackets", 3)) {
            String sid = server.joined();
            assertThat(server.post(sid, "421[\"a\"]\u001e422[\"a\"]\u001e423[\"a\"]").body())
                    .isEqualTo("ok");
            assertThat(server.poll(sid).body()).isEqualTo("431[]\u001e432[]\u001e433[]");
            HttpResponse<String> answer =
                    server.post(sid, "42[\"b\"]" + "\u001e42[\"b\"]".repeat(3));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("Too many packets");
            assertThat(server.dispatcher.calls).doesNotContain("event b ");
            Engines.eventually(() -> server.engine.connections() == 0);
            assertCounted(server, "maxPackets");
        }
    }

    @Test
    void headers() throws Exception {
        try (Engines server = new Engines("maxHeaderSize", 2000)) {
            String long1 = "x".repeat(3000);
            assertThat(server.get("/?" + long1).statusCode()).isEqualTo(414);
            assertThat(server.send(server.request(OPENING).header("X", long1)).statusCode())
                    .isEqualTo(431);
            assertCounted(server, "maxHeaderSize");
        }
    }

    @Test
    void connectionsAltogether() throws Exception {
        try (Engines server = new Engines("maxConnections", 2)) {
            try (RawWebSocket one = RawWebSocket.joined(server.engine)) {
                server.open();
                assertThat(info(server, "maxConnections").used()).isEqualTo(2);
                HttpResponse<String> refused = server.get(OPENING);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("Too many connections");
                try (RawWebSocket two = RawWebSocket.open(server.engine)) {
                    assertThat(two.status).contains("503");
                }
                assertCounted(server, "maxConnections");
                assertThat(one.status).contains("101");
            }
            Engines.eventually(() -> server.engine.connections() == 1);
            server.open();
        }
    }

    @Test
    void connectionsOfAnAddress() throws Exception {
        try (Engines server = new Engines("maxConnectionsPerAddress", 1)) {
            try (RawWebSocket one = RawWebSocket.joined(server.engine)) {
                assertThat(server.get(OPENING).statusCode()).isEqualTo(429);
                assertCounted(server, "maxConnectionsPerAddress");
                assertThat(one.status).contains("101");
            }
            Engines.eventually(() -> server.engine.connections() == 0);
            server.open();
        }
    }

    @Test
    void tcpConnections() throws Exception {
        try (Engines server = new Engines("maxConnectionsPerAddress", 1)) {
            RawHttp[] silent = new RawHttp[67];
            for (int i = 0; i < silent.length; i++) {
                silent[i] = new RawHttp(server.engine);
            }
            assertThat(silent[66].untilClosed()).isEmpty();
            assertCounted(server, "maxConnectionsPerAddress");
            for (RawHttp each : silent) {
                each.close();
            }
        }
    }

    @Test
    void namespaces() throws Exception {
        try (Engines server = new Engines("maxNamespaces", 1);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("40/custom", "421[\"a\"]");
            assertThat(client.text()).isEqualTo("44/custom,{\"message\":\"too many namespaces\"}");
            assertThat(client.text()).isEqualTo("431[]");
            assertCounted(server, "maxNamespaces");
        }
    }

    @Test
    void rooms() throws Exception {
        try (Engines server = new Engines("maxRooms", 2);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("40/custom");
            client.text();
            client.text();
            ClientSocket one = server.dispatcher.sockets.get(0);
            ClientSocket other = server.dispatcher.sockets.get(1);
            one.join("a");
            one.join("a");
            one.join(one.id());
            other.join("b");
            assertThatThrownBy(() -> one.join("c"))
                    .isInstanceOf(EventException.class)
                    .hasMessage("too many rooms");
            assertThat(one.rooms()).containsExactlyInAnyOrder("a", one.id());
            other.disconnect(false);
            Engines.eventually(() -> !other.connected());
            one.join("c");
            one.leave("a");
            one.join("d");
            assertCounted(server, "maxRooms");
        }
    }

    @Test
    void events() throws Exception {
        try (Engines server = new Engines("eventRate", 1, "eventBurst", 3);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send("421[\"a\"]", "422[\"a\"]", "423[\"a\"]", "424[\"a\"]", "42[\"a\"]");
            for (int i = 1; i <= 3; i++) {
                assertThat(client.text()).isEqualTo("43" + i + "[]");
            }
            assertThat(client.text()).isEqualTo("434[{\"error\":{\"code\":4029}}]");
            assertCounted(server, "eventRate");
            Engines.eventually(
                    () -> {
                        long before = exceeded(server, "eventRate");
                        send(client, "425[\"later\"]");
                        return answer(client).equals("435[]")
                                && exceeded(server, "eventRate") == before;
                    });
        }
    }

    private static void send(RawWebSocket client, String text) {
        try {
            client.send(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String answer(RawWebSocket client) {
        try {
            return client.text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void timeForConnect() throws Exception {
        try (Engines server = new Engines("connectTimeout", 300, "pingInterval", 1000);
                RawWebSocket client = RawWebSocket.open(server.engine)) {
            assertThat(closeReason(client)).isEqualTo("1008 no namespace joined in time");
            assertCounted(server, "connectTimeout");
        }
    }

    @Test
    void timeForARequest() throws Exception {
        try (Engines server = new Engines("requestTimeout", 2000);
                RawHttp client = new RawHttp(server.engine).send("GET / HTTP/1.1\r\nHos")) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 408");
            assertCounted(server, "requestTimeout");
        }
    }

    @Test
    void timeBetweenRequests() throws Exception {
        try (Engines server = new Engines("idleTimeout", 200);
                RawHttp client = new RawHttp(server.engine).send("HEAD / HTTP/1.1\r\n\r\n")) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 404");
            assertCounted(server, "idleTimeout");
        }
    }

    @Test
    void timeOfAClientThatPollsNoMore() throws Exception {
        try (Engines server = new Engines("pingInterval", 2000, "pingTimeout", 2000)) {
            String sid = server.joined();
            Engines.eventually(() -> server.engine.connections() == 0);
            assertThat(server.poll(sid).statusCode()).isEqualTo(400);
            assertCounted(server, "pingTimeout");
        }
    }

    @Test
    void changesOfASettingHoldAtOnce() throws Exception {
        try (Engines server = new Engines()) {
            server.engine.settings(ScratchServer.settings("maxConnections", 1));
            server.open();
            assertThat(server.get(OPENING).statusCode()).isEqualTo(503);
            assertThat(info(server, "maxConnections").limit()).isEqualTo(1);
        }
    }
}
