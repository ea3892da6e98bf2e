package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

final class LifecycleTest {

    // Where a client answers, it may be slow to: a busy machine is no fault of the server's.

    @Test
    void beatsAndTimesOut() throws Exception {
        try (Engines server = new Engines("pingInterval", 300, "pingTimeout", 5000);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.next().text()).isEqualTo("2");
                client.send("3");
            }
            assertThat(client.next().text()).isEqualTo("2");
            assertThat(client.closeCode()).isEqualTo(1001);
            Engines.eventually(
                    () -> server.dispatcher.calls.contains("disconnected / ping timeout"));
        }
    }

    @Test
    void beatsInTimeAfterTheIntervalWasShortened() throws Exception {
        try (Engines server = new Engines("pingInterval", 60_000)) {
            server.engine.settings(
                    ScratchServer.settings("pingInterval", "200", "pingTimeout", "10000"));
            try (RawWebSocket client = RawWebSocket.joined(server.engine)) {
                // With the scan of once a second that suits the long interval it would be 10 s,
                // however often it is tried.
                Engines.eventually(() -> tenBeats(client) < 7_000_000_000L);
            }
        }
    }

    /** How long ten of them take, in nanoseconds. */
    private static long tenBeats(RawWebSocket client) {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < 10; i++) {
                assertThat(client.next().text()).isEqualTo("2");
                client.send("3");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }

    @Test
    void beatsOverPolling() throws Exception {
        try (Engines server = new Engines("pingInterval", 1500, "pingTimeout", 5000)) {
            String sid = server.joined();
            assertThat(server.poll(sid).body()).isEqualTo("2");
            assertThat(server.post(sid, "3").statusCode()).isEqualTo(200);
            assertThat(server.poll(sid).body()).isEqualTo("2");
            Engines.eventually(() -> server.engine.connections() == 0);
            assertThat(server.poll(sid).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void lettingAPausedClientsDeadlineStandStill() throws Exception {
        try (Engines server = new Engines("pingInterval", 1000, "pingTimeout", 3000);
                RawWebSocket client = RawWebSocket.joined(server.engine)) {
            server.dispatcher.sockets.get(0).pauseReading();
            assertThat(client.next().text()).isEqualTo("2");
            client.send("3");
            long until = System.nanoTime() + 5_000_000_000L;
            Engines.eventually(() -> System.nanoTime() > until);
            assertThat(server.engine.connections()).isEqualTo(1);
            server.dispatcher.sockets.get(0).resumeReading();
            assertThat(client.next().text()).isEqualTo("2");
        }
    }

    @Test
    void saysGoodbyeAndLeavesNothingBehind() throws Exception {
        Engines server = new Engines("pingInterval", 60_000);
        String sid = server.joined();
        var poll = server.sendAsync(server.request(Engines.session(sid)));
        try (RawWebSocket client = RawWebSocket.joined(server.engine);
                RawWebSocket idle = RawWebSocket.open(server.engine)) {
            idle.text();
            server.dispatcher.sockets.forEach(
                    s -> s.emit(io.fastsocket.spi.transport.Payload.of("\"last\""), false));
            Thread closing = Thread.ofPlatform().start(server::close);
            assertThat(client.text()).isEqualTo("42[\"last\"]");
            assertThat(client.text()).isEqualTo("41");
            client.frame(0x88, new byte[] {3, (byte) 0xE9});
            idle.frame(0x88, new byte[] {3, (byte) 0xE9});
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(poll.get().body()).startsWith("42[\"last\"]");
            closing.join();
        }
        Engines.eventually(
                () -> server.dispatcher.calls.contains("disconnected / server shutting down"));
        assertThat(server.engine.connections()).isZero();
        Engines.eventually(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(t -> t.getName().startsWith("fastsocket-transport")));
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        try (Engines server = new Engines()) {
            assertThatThrownBy(
                            () ->
                                    Engine.open(
                                            server.engine.address(),
                                            ScratchServer.settings(),
                                            server.dispatcher))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Cannot listen on")
                    .hasMessageContaining(String.valueOf(server.engine.address().getPort()));
        }
    }

    @Test
    void namesABadSetting() {
        for (Map.Entry<String, String> bad :
                Map.of(
                                "pingInterval", "1",
                                "maxPayload", "many",
                                "path", "socket.io",
                                "allowedOrigins", "example.org")
                        .entrySet()) {
            assertThatThrownBy(() -> ScratchServer.settings(bad.getKey(), bad.getValue()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("etc/io.fastsocket.transport.cfg: " + bad.getKey())
                    .hasMessageContaining(bad.getValue())
                    .hasMessageContaining("must be");
        }
    }

    @Test
    void holdsNewSettingsForNewConnections() throws Exception {
        try (Engines server = new Engines()) {
            server.engine.settings(ScratchServer.settings("pingInterval", "12345"));
            try (RawWebSocket client = RawWebSocket.open(server.engine)) {
                assertThat(client.text()).contains("\"pingInterval\":12345");
            }
        }
    }
}
