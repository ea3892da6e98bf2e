package io.fastsocket.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first clients of an instance do, in a rehearsal: one connects by WebSocket, one by
 * polling and goes on by WebSocket, as Socket.IO's own do by default, each has an event answered,
 * and somebody opens two pages. Without it the classes for that would be loaded one by one while
 * the first real ones wait. Whether an answer is an error does not matter: which plugins and pages
 * there are depends on the features.
 */
final class FirstClient implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Pattern SESSION = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** Waits until all is answered; fails if something is not in time. */
    void visit(RunInfo info) throws IOException, InterruptedException {
        if (info.port() != null) {
            String engine = info.host() + ":" + info.port() + "/socket.io/?EIO=4&transport=";
            FirstSocket.talk(http, URI.create("ws://" + engine + "websocket"), false);
            String session = poll("http://" + engine + "polling");
            FirstSocket.talk(http, URI.create("ws://" + engine + "websocket&sid=" + session), true);
        }
        if (info.httpPort() != null) {
            String pages = "http://" + info.host() + ":" + info.httpPort();
            send(HttpRequest.newBuilder(URI.create(pages + "/")).GET());
            send(HttpRequest.newBuilder(URI.create(pages + "/metrics")).GET());
        }
    }

    /** Opens a session and joins; its id. */
    private String poll(String address) throws IOException, InterruptedException {
        String opened = send(HttpRequest.newBuilder(URI.create(address)).GET());
        Matcher session = SESSION.matcher(opened);
        if (!session.find()) {
            throw new IOException("no session was opened: " + opened);
        }
        URI polling = URI.create(address + "&sid=" + session.group(1));
        send(HttpRequest.newBuilder(polling).POST(BodyPublishers.ofString(FirstSocket.JOIN)));
        send(HttpRequest.newBuilder(polling).GET());
        return session.group(1);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
