package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

final class WebSocketTest {

    private static final String TARGET = "/socket.io/?EIO=4&transport=websocket";

    private Engines server;

    @BeforeEach
    void open() throws Exception {
        server = new Engines("pingInterval", 60_000, "maxPayload", 10_000);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void opensAndSaysGoodbye() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            assertThat(client.status).startsWith("HTTP/1.1 101");
            assertThat(client.text()).startsWith("0{\"sid\":\"").contains("\"upgrades\":[]");
            client.frame(0x88, new byte[] {3, (byte) 0xE9});
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(client.next().opcode()).isEqualTo(-1);
        }
        Engines.eventually(() -> server.engine.connections() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/?transport=websocket",
                "/socket.io/?EIO=abc&transport=websocket",
                "/socket.io/?EIO=4",
                "/socket.io/?EIO=4&transport=abc",
                "/socket.io/?EIO=4&transport=polling",
                "/socket.io/?EIO=4&transport=websocket&sid=unknown"
            })
    void refusesBadRequests(String target) throws Exception {
        try (RawWebSocket client = new RawWebSocket(server.engine.address(), target)) {
            assertThat(client.status).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void admitsPagesOfItsOwnHostOnly() throws Exception {
        try (RawWebSocket own =
                        new RawWebSocket(
                                server.engine.address(), TARGET, "Origin: https://127.0.0.1");
                RawWebSocket foreign =
                        new RawWebSocket(
                                server.engine.address(), TARGET, "Origin: https://evil.example")) {
            assertThat(own.status).startsWith("HTTP/1.1 101");
            assertThat(foreign.status).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void takesFramesSentWithTheHandshake() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            client.send("40", "40/custom");
            assertThat(client.text()).startsWith("0");
            assertThat(client.text()).startsWith("40{\"sid\":");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "", "4abc", "2", "0", "7", "42{}", "42[\"connect\"]", "42x[\"a\"]"})
    void closesUponWhatIsNoPacket(String text) throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.send(text);
            assertThat(client.closeCode()).isIn(1002, 1008);
        }
        Engines.eventually(() -> server.engine.connections() == 0);
    }

    @Test
    void closesWithTheCodeThatFits() throws Exception {
        assertThat(codeAfter(c -> c.frame(0x81, new byte[10_001]))).isEqualTo(1009);
        assertThat(codeAfter(c -> c.frame(0xC1, new byte[1]))).isEqualTo(1002);
        assertThat(codeAfter(c -> c.raw(new byte[] {(byte) 0x81, 1, '2'}))).isEqualTo(1002);
        byte[] bad = "42[\"a\",\"?\"]".getBytes(StandardCharsets.US_ASCII);
        bad[8] = (byte) 0xFF;
        assertThat(codeAfter(c -> c.frame(0x81, bad))).isEqualTo(1007);
        assertThat(codeAfter(c -> c.send("1"))).isEqualTo(1000);
    }

    private interface Act {
        void on(RawWebSocket client) throws IOException;
    }

    private int codeAfter(Act act) throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            act.on(client);
            return client.closeCode();
        }
    }

    @Test
    void answersPingsBetweenFragments() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
            client.frame(0x01, "42[\"a\"".getBytes(StandardCharsets.UTF_8));
            client.frame(0x89, "hi".getBytes(StandardCharsets.UTF_8));
            client.frame(0x80, ",1]".getBytes(StandardCharsets.UTF_8));
            RawWebSocket.Frame pong = client.next();
            assertThat(pong.opcode()).isEqualTo(10);
            assertThat(pong.text()).isEqualTo("hi");
            assertThat(client.text()).isEqualTo("42[\"a-back\",1]");
        }
    }

    @Test
    void closesAClientThatJoinsNothing() throws Exception {
        server.engine.settings(ScratchServer.settings("connectTimeout", 1000));
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void upgradesFromPolling() throws Exception {
        for (int i = 0; i < 8; i++) {
            String sid = server.joined();
            try (RawWebSocket client =
                    new RawWebSocket(server.engine.address(), TARGET + "&sid=" + sid)) {
                client.send("2probe");
                assertThat(client.text()).isEqualTo("3probe");
                assertThat(server.poll(sid).body()).isEqualTo("6");
                server.post(sid, "42[\"late\",{\"_placeholder\":true,\"num\":0}]");
                client.send("5", "42[\"a\"]");
                assertThat(client.text())
                        .isEqualTo("42[\"late-back\",{\"_placeholder\":true,\"num\":0}]");
                assertThat(client.text()).isEqualTo("42[\"a-back\"]");
                assertThat(server.poll(sid).statusCode()).isEqualTo(400);
                assertThat(server.post(sid, "42[\"a\"]").statusCode()).isEqualTo(400);
                try (RawWebSocket second =
                        new RawWebSocket(server.engine.address(), TARGET + "&sid=" + sid)) {
                    assertThat(second.closeCode()).isEqualTo(1008);
                }
                client.send("42[\"b\"]");
                assertThat(client.text()).isEqualTo("42[\"b-back\"]");
            }
        }
        Engines.eventually(() -> server.engine.connections() == 0);
    }

    @Test
    void carriesUnfetchedBinariesOverAnUpgrade() throws Exception {
        String sid = server.joined();
        try (RawWebSocket client =
                new RawWebSocket(server.engine.address(), TARGET + "&sid=" + sid)) {
            client.send("2probe");
            client.text();
            server.post(sid, "451-[\"a\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
            client.send("5");
            assertThat(client.text()).startsWith("451-[\"a-back\"");
            assertThat(client.next().payload()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void keepsTheSessionIfAnUpgradeFails() throws Exception {
        String sid = server.joined();
        try (RawWebSocket client =
                new RawWebSocket(server.engine.address(), TARGET + "&sid=" + sid)) {
            client.send("42[\"too early\"]");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        assertThat(server.post(sid, "42[\"a\"]").body()).isEqualTo("ok");
        assertThat(server.poll(sid).body()).isEqualTo("42[\"a-back\"]");
        assertThat(server.dispatcher.calls).doesNotContain("event too early ");
    }
}
