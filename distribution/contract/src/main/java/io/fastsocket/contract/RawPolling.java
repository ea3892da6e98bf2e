package io.fastsocket.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Polling without Engine.IO or Socket.IO: one session, requests as they are told. */
public final class RawPolling {

    private static final String QUERY = "EIO=4&transport=polling";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String opening;
    private final String sid;

    /**
     * Opens a session.
     *
     * @param port the server's, on this machine
     */
    public RawPolling(int port) {
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

    /**
     * A request by itself.
     *
     * @param port the server's
     * @param method GET or another
     * @param query what follows the question mark
     * @param headers names and values, in turn
     * @return the answer
     */
    public static HttpResponse<String> request(
            int port, String method, String query, String... headers) {
        return new RawPolling(port, "").ask(method, query, "", headers).join();
    }

    /**
     * One that has joined the default namespace of the example conformance.
     *
     * @param port the server's
     * @return joined
     */
    public static RawPolling joined(int port) {
        RawPolling client = new RawPolling(port);
        client.post("40");
        String text = "";
        while (!text.contains("42[\"auth\"")) {
            text += client.poll().body();
        }
        return client;
    }

    /**
     * What the server said of the session.
     *
     * @return the first answer's body
     */
    public String opening() {
        return opening;
    }

    /**
     * The session.
     *
     * @return its id
     */
    public String sid() {
        return sid;
    }

    private HttpResponse<String> request(String method, String query, String body) {
        return ask(method, query, body).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(
            String method, String query, String body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/socket.io/?" + query))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, publisher);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build())
                .exceptionallyCompose(
                        failure ->
                                closedMeanwhile(failure)
                                        ? send(request.build())
                                        : CompletableFuture.failedFuture(failure));
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Whether a connection that was kept for the next request was closed before that came. */
    private static boolean closedMeanwhile(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("received no bytes");
    }

    /**
     * Polls once.
     *
     * @return completes with the answer; cancelling it cuts the connection
     */
    public CompletableFuture<HttpResponse<String>> pollLater() {
        return ask("GET", QUERY + "&sid=" + sid, "");
    }

    /**
     * Polls until there is something else than heartbeats, which are answered.
     *
     * @return the answer
     */
    public HttpResponse<String> poll() {
        while (true) {
            HttpResponse<String> answer = pollLater().join();
            if (!answer.body().equals("2")) {
                return answer;
            }
            post("3");
        }
    }

    /**
     * Sends packets.
     *
     * @param body the packets
     * @return the answer
     */
    public HttpResponse<String> post(String body) {
        return request("POST", QUERY + "&sid=" + sid, body);
    }
}
