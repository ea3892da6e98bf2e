package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

final class HttpBodyTest {

    @ParameterizedTest
    @CsvSource({
        "/socket.io/?EIO=4&transport=polling&sid=nope, 400, Session ID unknown",
        "/socket.io/?EIO=4&transport=polling, 400, Bad handshake method",
        "/socket.io/?EIO=4&transport=abc&sid=nope, 400, Transport unknown",
        "/elsewhere, 404, Nothing here"
    })
    void refusesBeforeTheBodyComes(String target, int status, String message) throws Exception {
        try (Engines server = new Engines();
                RawHttp client = new RawHttp(server.engine).post(target, 999_999)) {
            assertThat(client.untilClosed())
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("connection: close")
                    .contains(message);
        }
    }

    @Test
    void refusesAChunkedBodyThatNobodyWants() throws Exception {
        try (Engines server = new Engines();
                RawHttp client = new RawHttp(server.engine)) {
            client.send("POST " + Engines.session("nope") + " HTTP/1.1\r\nHost: localhost\r\n");
            client.send("Transfer-Encoding: chunked\r\n\r\n");
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void refusesAGetThatBringsABody() throws Exception {
        try (Engines server = new Engines();
                RawHttp client = new RawHttp(server.engine)) {
            client.send(
                    "GET " + Engines.session(server.joined()) + " HTTP/1.1\r\nHost: localhost\r\n");
            client.send("Content-Length: 100\r\n\r\n");
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 400").contains("Bad request");
        }
    }

    @Test
    void collectsNoMoreThanTheBudget() throws Exception {
        try (Engines server = new Engines("maxPayload", 100_000, "inboundBudget", 150_000)) {
            String other = server.joined();
            Engines.eventually(() -> isTooManyBesideOne(server, other));
            // What was collected for the connection that has gone is given back.
            Engines.eventually(() -> answer(server, other).startsWith("HTTP/1.1 200"));
        }
    }

    /**
     * Whether the other's body is the one that is refused: if the server reads both at the same
     * time, it may be either.
     */
    private static boolean isTooManyBesideOne(Engines server, String other) {
        try (RawHttp one = new RawHttp(server.engine)) {
            one.post(Engines.session(server.joined()), 90_000).send("4".repeat(89_999));
            return answer(server, other).startsWith("HTTP/1.1 503");
        } catch (IOException e) {
            return false; // refused while it was still being sent
        } catch (Exception e) {
            throw new IllegalStateException("no session", e);
        }
    }

    private static String answer(Engines server, String sid) {
        String event = "42[\"" + "e".repeat(79_994) + "\"]";
        try (RawHttp client = new RawHttp(server.engine)) {
            return client.post(Engines.session(sid), event.length()).send(event).head();
        } catch (IOException e) {
            // Closed while the client was still sending: tried again.
            return e.toString();
        }
    }

    @Test
    void givesBackWhatWasCollectedForAWholeBody() throws Exception {
        try (Engines server = new Engines("maxPayload", 1_000, "inboundBudget", 65_536)) {
            String sid = server.joined();
            for (int i = 0; i < 100; i++) {
                String event = "42[\"" + "e".repeat(990) + "\"]";
                assertThat(server.post(sid, event).statusCode()).isEqualTo(200);
                assertThat(server.poll(sid).statusCode()).isEqualTo(200);
            }
        }
    }
}
