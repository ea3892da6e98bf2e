package io.fastsocket.itests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Polling without Engine.IO or Socket.IO: one session, requests as they are told. */
final class RawPolling {

    private static final String QUERY = "EIO=4&transport=polling";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    final String opening;
    final String sid;

    RawPolling(int port) {
        this.port = port;
        opening = request("GET", QUERY, "").body();
        if (!opening.startsWith("0{\"sid\":\"")) {
            throw new AssertionError(opening);
        }
        sid = opening.substring(9, opening.indexOf('"', 9));
    }

    private RawPolling(int port, String sid) {
        this.port = port;
        this.sid = sid;
        opening = "";
    }

    /** A request by itself. */
    static HttpResponse<String> request(int port, String method, String query) {
        return new RawPolling(port, "").request(method, query, "");
    }

    /** One that has joined the default namespace of the example conformance. */
    static RawPolling joined(int port) {
        RawPolling client = new RawPolling(port);
        client.post("40");
        String text = "";
        while (!text.contains("42[\"auth\"")) {
            text += client.poll().body();
        }
        return client;
    }

    private HttpResponse<String> request(String method, String query, String body) {
        return ask(method, query, body).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(String method, String query, String body) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/socket.io/?" + query))
                        .timeout(Duration.ofSeconds(10))
                        .method(method, publisher)
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> pollLater() {
        return ask("GET", QUERY + "&sid=" + sid, "");
    }

    /** The next answer that is no heartbeat; heartbeats are answered. */
    HttpResponse<String> poll() {
        while (true) {
            HttpResponse<String> answer = pollLater().join();
            if (!answer.body().equals("2")) {
                return answer;
            }
            post("3");
        }
    }

    HttpResponse<String> post(String body) {
        return request("POST", QUERY + "&sid=" + sid, body);
    }
}
