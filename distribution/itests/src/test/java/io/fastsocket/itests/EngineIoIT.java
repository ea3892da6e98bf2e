package io.fastsocket.itests;

import static io.fastsocket.itests.ConformanceProduct.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.contract.RawPolling;
import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** What the public suite of Engine.IO 4 checks, against the running product. */
@Isolated("its heartbeats are quicker than a busy machine")
@ExtendWith(ConformanceProduct.class)
class EngineIoIT {

    @Test
    void opensASessionByPolling() {
        assertThat(new RawPolling(port()).opening())
                .matches(
                        "0\\{\"sid\":\"[\\w-]+\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":500,"
                                + "\"pingTimeout\":4000,\"maxPayload\":1000000}");
    }

    @Test
    void opensASessionByWebSocket() throws Exception {
        try (RawWebSocket client = new RawWebSocket(port(), "EIO=4&transport=websocket", true)) {
            assertThat(client.next())
                    .matches("0\\{\"sid\":\"[\\w-]+\",\"upgrades\":\\[],\"pingInterval\":500,.*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET transport=polling",
                "GET EIO=abc&transport=polling",
                "GET EIO=3&transport=polling",
                "GET EIO=4",
                "GET EIO=4&transport=abc",
                "GET EIO=4&transport=polling&sid=unknown",
                "GET EIO=4&transport=websocket",
                "POST EIO=4&transport=polling",
                "PUT EIO=4&transport=polling"
            })
    void refusesTheRequest(String request) {
        String[] words = request.split(" ", 2);
        assertThat(RawPolling.request(port(), words[0], words[1]).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transport=websocket",
                "EIO=abc&transport=websocket",
                "EIO=4&transport=abc",
                "EIO=4&transport=websocket&sid=unknown"
            })
    void refusesTheWebSocket(String query) {
        assertThatThrownBy(() -> new RawWebSocket(port(), query, true).close()).isNotNull();
    }

    @Test
    void beatsAndGivesUpWhoDoesNotAnswer() throws Exception {
        try (RawWebSocket client = new RawWebSocket(port(), "EIO=4&transport=websocket", false)) {
            client.next();
            client.send("40").next();
            client.next();
            for (int i = 0; i < 3; i++) {
                assertThat(client.next()).isEqualTo("2");
                client.send("3");
            }
            assertThat(client.next()).isEqualTo("2");
            assertThat(client.next()).isEqualTo(RawWebSocket.CLOSED);
        }
        RawPolling polling = RawPolling.joined(port());
        assertThat(polling.pollLater().join().body()).isEqualTo("2");
        Await.until(
                "the session ends",
                NodeClient.PATIENCE,
                () -> polling.post("42[\"message\"]").statusCode() == 400);
    }

    @Test
    void endsWhenTheClientSaysSo() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(port())) {
            assertThat(client.send("1").next()).isEqualTo(RawWebSocket.CLOSED);
        }
        RawPolling polling = new RawPolling(port());
        CompletableFuture<HttpResponse<String>> waiting = polling.pollLater();
        Await.until("the poll is there", NodeClient.PATIENCE, () -> closes(polling, waiting));
    }

    private static boolean closes(
            RawPolling polling, CompletableFuture<HttpResponse<String>> poll) {
        polling.post("1");
        return poll.isDone()
                && poll.join().body().equals("6")
                && polling.pollLater().join().statusCode() == 400;
    }

    @Test
    void echoesWhatAPollingClientSends() {
        int echo = ConformanceProduct.echoPort();
        RawPolling one = new RawPolling(echo);
        assertThat(one.post("4hello").body()).isEqualTo("ok");
        assertThat(one.poll().body()).isEqualTo("4hello");
        one.post("4test1\u001e4test2\u001e4test3");
        assertThat(one.poll().body()).isEqualTo("4test1\u001e4test2\u001e4test3");
        one.post("4hello\u001ebAQIDBA==");
        assertThat(one.poll().body()).isEqualTo("4hello\u001ebAQIDBA==");
        assertThat(one.post("abc").statusCode()).isEqualTo(400);
        assertThat(one.pollLater().join().statusCode()).isEqualTo(400);
    }

    @Test
    void echoesWhatAWebSocketSends() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(ConformanceProduct.echoPort())) {
            assertThat(client.send("4hello").next()).isEqualTo("4hello");
            assertThat(client.send((byte) 1, (byte) 2).next()).isEqualTo("b0102");
            assertThat(client.send("abc").next()).isEqualTo(RawWebSocket.CLOSED);
        }
    }

    @Test
    void endsBothOfTwoPollsAtATime() {
        RawPolling client = new RawPolling(port());
        CompletableFuture<HttpResponse<String>> one = client.pollLater();
        CompletableFuture<HttpResponse<String>> two = client.pollLater();
        // Whichever comes second is refused, and ends the session for the other.
        assertThat(one.join().statusCode() + two.join().statusCode()).isEqualTo(200 + 400);
        assertThat(one.join().body() + two.join().body()).contains("1");
        assertThat(client.pollLater().join().statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheSessionOfACancelledPoll() {
        RawPolling client = new RawPolling(port());
        CompletableFuture<HttpResponse<String>> poll = client.pollLater();
        Await.until(
                "the session ends",
                NodeClient.PATIENCE,
                () -> {
                    poll.cancel(true);
                    return client.post("3").statusCode() == 400;
                });
    }

    @Test
    void upgrades() throws Exception {
        RawPolling polling = RawPolling.joined(port());
        String query = "EIO=4&transport=websocket&sid=" + polling.sid();
        try (RawWebSocket client = new RawWebSocket(port(), query, true)) {
            assertThat(client.send("2probe").next()).isEqualTo("3probe");
            assertThat(polling.poll().body()).isEqualTo("6");
            client.send("5");
            assertThat(client.send("42[\"message\",1]").next()).isEqualTo("42[\"message-back\",1]");
            assertThat(polling.pollLater().join().statusCode()).isEqualTo(400);
            try (RawWebSocket second = new RawWebSocket(port(), query, true)) {
                assertThat(second.next()).isEqualTo(RawWebSocket.CLOSED);
            }
            assertThat(client.send("42[\"message\",2]").next()).isEqualTo("42[\"message-back\",2]");
        }
    }
}
