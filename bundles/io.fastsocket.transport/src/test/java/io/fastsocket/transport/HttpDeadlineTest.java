package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HttpDeadlineTest {

    private static final int SHORT = 300;

    /** For tests whose clients have to be quicker than that: on a busy machine they may be slow. */
    private static final int ENOUGH = 2000;

    private static final int LONG = 60_000;

    private static Engines engines(int head, int body, int idle) throws Exception {
        return new Engines("requestTimeout", head, "bodyTimeout", body, "idleTimeout", idle);
    }

    @Test
    void closesAConnectionThatSaysNothing() throws Exception {
        try (Engines server = engines(SHORT, LONG, LONG);
                RawHttp client = new RawHttp(server.engine)) {
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @Test
    void closesAConnectionWhoseHeadDoesNotEnd() throws Exception {
        try (Engines server = engines(ENOUGH, LONG, LONG);
                RawHttp client = new RawHttp(server.engine).send("GET / HTTP/1.1\r\nHos")) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void closesAConnectionWhoseSecondHeadDoesNotEnd() throws Exception {
        try (Engines server = engines(ENOUGH, LONG, LONG);
                RawHttp client = new RawHttp(server.engine)) {
            assertThat(client.send("HEAD / HTTP/1.1\r\n\r\n").head()).startsWith("HTTP/1.1 404");
            client.send("GET /");
            assertThat(client.untilClosed()).contains("HTTP/1.1 408");
        }
    }

    @Test
    void closesAConnectionWhoseBodyDoesNotEnd() throws Exception {
        try (Engines server = engines(LONG, ENOUGH, LONG)) {
            String sid = server.joined();
            try (RawHttp client = new RawHttp(server.engine).post(Engines.session(sid), 100)) {
                assertThat(client.send("42[").untilClosed()).startsWith("HTTP/1.1 408");
            }
        }
    }

    @Test
    void closesAnIdleConnection() throws Exception {
        try (Engines server = engines(LONG, LONG, SHORT);
                RawHttp client = new RawHttp(server.engine)) {
            assertThat(client.send("GET / HTTP/1.1\r\n\r\n").head()).startsWith("HTTP/1.1 404");
            assertThat(client.untilClosed()).doesNotContain("408");
        }
    }

    @Test
    void letsALongPollAndAWebSocketWait() throws Exception {
        try (Engines server = engines(ENOUGH, ENOUGH, ENOUGH)) {
            String sid = server.joined();
            var poll = server.sendAsync(server.request(Engines.session(sid)));
            try (RawWebSocket client = RawWebSocket.joined(server.engine);
                    RawHttp silent = new RawHttp(server.engine)) {
                assertThat(silent.untilClosed()).isEmpty();
                assertThat(silentAgain(server)).isEmpty();
                assertThat(poll).isNotDone();
                assertThat(server.engine.connections()).isEqualTo(2);
                client.send("42[\"a\"]");
                assertThat(client.text()).isEqualTo("42[\"a-back\"]");
                server.post(sid, "42[\"a\"]");
                assertThat(poll.get().body()).isEqualTo("42[\"a-back\"]");
            }
        }
    }

    /** Another deadline's time goes by. */
    private static String silentAgain(Engines server) throws Exception {
        try (RawHttp silent = new RawHttp(server.engine)) {
            return silent.untilClosed();
        }
    }
}
