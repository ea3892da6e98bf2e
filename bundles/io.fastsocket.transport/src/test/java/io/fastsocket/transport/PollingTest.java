package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

final class PollingTest {

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
    void opensASession() throws Exception {
        HttpResponse<String> response = server.get("/socket.io/?EIO=4&transport=polling");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .contains("text/plain; charset=UTF-8");
        assertThat(response.body())
                .matches(
                        "0\\{\"sid\":\"[\\w-]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":60000,"
                                + "\"pingTimeout\":20000,\"maxPayload\":10000}");
        assertThat(server.engine.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "GET, /socket.io/?EIO=4, 0, Transport unknown",
                "GET, /socket.io/?EIO=4&transport=abc, 0, Transport unknown",
                "GET, /socket.io/?EIO=4&transport=polling&sid=unknown, 1, Session ID unknown",
                "POST, /socket.io/?EIO=4&transport=polling, 2, Bad handshake method",
                "PUT, /socket.io/?EIO=4&transport=polling, 2, Bad handshake method",
                "GET, /socket.io/?EIO=4&transport=websocket, 3, Bad request",
                "GET, /socket.io/?transport=polling, 5, Unsupported protocol version",
                "GET, /socket.io/?EIO=3&transport=polling, 5, Unsupported protocol version",
                "GET, /socket.io/?EIO=abc&transport=polling, 5, Unsupported protocol version"
            })
    void refusesAsTheReferenceDoes(String method, String target, int code, String message)
            throws Exception {
        HttpResponse<String> response =
                server.send(
                        server.request(target).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
    }

    @Test
    void carriesSeveralPacketsInABody() throws Exception {
        String sid = server.joined();
        assertThat(server.post(sid, "42[\"a\",1]\u001e421[\"b\",\"é\"]\u001e42[\"c\"]").body())
                .isEqualTo("ok");
        assertThat(server.poll(sid).body())
                .isEqualTo("42[\"a-back\",1]\u001e431[\"é\"]\u001e42[\"c-back\"]");
        assertThat(server.dispatcher.calls.stream().filter(c -> c.equals("end of batch")))
                .hasSize(1);
    }

    @Test
    void carriesBinariesInBase64() throws Exception {
        String sid = server.joined();
        String event = "451-[\"a\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==";
        assertThat(server.post(sid, event).body()).isEqualTo("ok");
        assertThat(server.poll(sid).body())
                .isEqualTo("451-[\"a-back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==");
    }

    @Test
    void takesBase64InLines() throws Exception {
        String sid = server.joined();
        String event = "451-[\"a\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID\r\nBA==\n";
        assertThat(server.post(sid, event).body()).isEqualTo("ok");
        assertThat(server.poll(sid).body()).endsWith("\u001ebAQIDBA==");
    }

    @Test
    void closesUponWhatIsNoPacket() throws Exception {
        for (String body : new String[] {"abc", "", "4abc", "b!", "42[\"a\"\u001e", "0{}"}) {
            String sid = server.joined();
            assertThat(server.post(sid, body).statusCode()).as(body).isEqualTo(400);
            assertThat(server.poll(sid).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void losesNothingHoweverManyPacketsWait() throws Exception {
        String sid = server.joined();
        StringBuilder body = new StringBuilder();
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            body.append(i == 0 ? "" : "\u001e").append("42").append(i).append("[\"e\",").append(i);
            body.append(']');
            answer.append(i == 0 ? "" : "\u001e").append("43").append(i).append("[").append(i);
            answer.append(']');
        }
        server.post(sid, body.toString());
        assertThat(server.poll(sid).body()).isEqualTo(answer.toString());
    }

    @Test
    void waitsUntilThereIsSomething() throws Exception {
        String sid = server.joined();
        CompletableFuture<HttpResponse<String>> poll =
                server.sendAsync(server.request(Engines.session(sid)));
        server.post(sid, "42[\"a\"]");
        assertThat(poll.get().body()).isEqualTo("42[\"a-back\"]");
    }

    @Test
    void closesUponASecondPoll() throws Exception {
        String sid = server.joined();
        CompletableFuture<HttpResponse<String>> one =
                server.sendAsync(server.request(Engines.session(sid)));
        CompletableFuture<HttpResponse<String>> two =
                server.sendAsync(server.request(Engines.session(sid)));
        CompletableFuture.allOf(one, two).get();
        assertThat(java.util.Set.of(one.get().statusCode(), two.get().statusCode()))
                .containsExactlyInAnyOrder(200, 400);
        assertThat((one.get().statusCode() == 200 ? one : two).get().body()).isEqualTo("1");
        assertThat(server.poll(sid).statusCode()).isEqualTo(400);
        Engines.eventually(
                () -> server.dispatcher.calls.contains("disconnected / transport error"));
    }

    @Test
    void endsWithACancelledPoll() throws Exception {
        String sid = server.joined();
        try (var socket =
                new java.net.Socket(
                        server.engine.address().getAddress(), server.engine.address().getPort())) {
            String request = "GET " + Engines.session(sid) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream()
                    .write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        Engines.eventually(() -> server.engine.connections() == 0);
        assertThat(server.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void takesTheClientsGoodbye() throws Exception {
        String sid = server.joined();
        CompletableFuture<HttpResponse<String>> poll =
                server.sendAsync(server.request(Engines.session(sid)));
        assertThat(server.post(sid, "1").statusCode()).isEqualTo(200);
        if (poll.get().statusCode() == 200) {
            // Unless the goodbye came first.
            assertThat(poll.get().body()).isEqualTo("6");
        }
        assertThat(server.poll(sid).statusCode()).isEqualTo(400);
        Engines.eventually(
                () -> server.dispatcher.calls.contains("disconnected / transport close"));
    }

    @Test
    void tellsAClientThatIsNotAskingThatItWasClosed() throws Exception {
        String sid = server.joined();
        server.dispatcher.sockets.get(0).disconnect(true);
        Engines.eventually(() -> server.engine.connections() == 0);
        assertThat(server.poll(sid).body()).isEqualTo("41\u001e1");
        assertThat(server.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooBig() throws Exception {
        String sid = server.joined();
        assertThat(server.post(sid, "4" + "x".repeat(10_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void withholdsTheAnswerToAPostWhileReadingPauses() throws Exception {
        String sid = server.joined();
        CompletableFuture<Void> paused = new CompletableFuture<>();
        server.dispatcher.hook =
                (socket, event) -> {
                    socket.pauseReading();
                    return paused.complete(null);
                };
        CompletableFuture<HttpResponse<String>> post =
                server.sendAsync(
                        server.request(Engines.session(sid))
                                .POST(HttpRequest.BodyPublishers.ofString("42[\"a\"]")));
        paused.get();
        assertThat(post).isNotDone();
        server.dispatcher.sockets.get(0).resumeReading();
        assertThat(post.get().body()).isEqualTo("ok");
    }

    @Test
    void admitsPagesOfItsOwnHostOnly() throws Exception {
        String target = "/socket.io/?EIO=4&transport=polling";
        HttpResponse<String> own =
                server.send(server.request(target).header("Origin", "http://127.0.0.1:5173"));
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("access-control-allow-origin"))
                .contains("http://127.0.0.1:5173");
        assertThat(own.headers().firstValue("vary")).contains("Origin");
        for (String origin :
                new String[] {"http://evil.example", "null", "http://127.0.0.1.evil"}) {
            HttpResponse<String> foreign =
                    server.send(server.request(target).header("Origin", origin));
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(foreign.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
            assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
        }
        assertThat(server.get(target).headers().firstValue("access-control-allow-origin"))
                .isEmpty();
    }

    @Test
    void answersPreflights() throws Exception {
        HttpResponse<String> response =
                server.send(
                        server.request("/socket.io/?EIO=4&transport=polling")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", "http://127.0.0.1:5173")
                                .header("Access-Control-Request-Headers", "content-type"));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("access-control-allow-headers"))
                .contains("content-type");
    }

    @Test
    void servesTheClientOrSaysHowToGetIt() throws Exception {
        HttpResponse<String> script = server.get("/socket.io/socket.io.js");
        if (script.statusCode() == 404) {
            assertThat(script.body()).contains("npm");
            return;
        }
        String tag = script.headers().firstValue("etag").orElseThrow();
        assertThat(script.body()).contains("Socket.IO v");
        HttpResponse<String> again =
                server.send(server.request("/socket.io/socket.io.js").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(server.get("/socket.io/socket.io.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhereToGo() throws Exception {
        HttpResponse<String> response = server.get("/");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/socket.io/").hasLineCount(1);
    }
}
