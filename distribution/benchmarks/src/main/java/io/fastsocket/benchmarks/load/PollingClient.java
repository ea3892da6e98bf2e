package io.fastsocket.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * One client over HTTP long-polling: a connection whose poll always waits, and one for what it
 * sends. On its event loop.
 */
public final class PollingClient {

    private static final int SEPARATOR = 0x1e;

    private final Clients clients;
    private final Receiver receiver;
    private final CompletableFuture<String> joined = new CompletableFuture<>();
    private final HttpConnection polls;
    private final HttpConnection posts;
    private String path = "/socket.io/?EIO=4&transport=polling";
    private byte[] poll;
    private boolean posting;
    private boolean heartbeatDue;

    /** A request has failed: nothing more is asked, and nobody is told again. */
    private boolean over;

    private PollingClient(Clients clients, Receiver receiver) {
        this.clients = clients;
        this.receiver = receiver;
        polls = new HttpConnection(clients, new Polls());
        posts = new HttpConnection(clients, new Posts());
    }

    /**
     * Opens a session and joins the default namespace.
     *
     * @param clients where it lives
     * @param receiver takes what comes then
     * @return the client
     */
    public static PollingClient open(Clients clients, Receiver receiver) {
        PollingClient client = new PollingClient(clients, receiver);
        clients.loop()
                .execute(
                        () -> {
                            client.preparePoll();
                            client.poll();
                        });
        return client;
    }

    /**
     * Done when the namespace is joined.
     *
     * @return the socket's id
     */
    public CompletableFuture<String> joined() {
        return joined;
    }

    /**
     * Sends one packet, with one request; only when the one before has been answered. Nothing once
     * a request has failed.
     *
     * @param packet its text
     */
    public void send(byte[] packet) {
        if (over) {
            return;
        }
        String head =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + clients.host()
                        + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                        + packet.length
                        + "\r\n\r\n";
        byte[] request =
                Arrays.copyOf(
                        head.getBytes(StandardCharsets.US_ASCII), head.length() + packet.length);
        System.arraycopy(packet, 0, request, head.length(), packet.length);
        posting = true;
        posts.send(request);
    }

    /**
     * Whether what was sent last has not been answered yet.
     *
     * @return true if so
     */
    public boolean posting() {
        return posting;
    }

    private void preparePoll() {
        poll =
                ("GET " + path + " HTTP/1.1\r\nHost: " + clients.host() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    private void poll() {
        if (!over) {
            polls.send(poll);
        }
    }

    private void packet(byte[] b, int from, int length, long nanos) {
        if (length == 1 && b[from] == '2') {
            heartbeatDue = true;
            heartbeat();
        } else if (joined.isDone()) {
            receiver.message(b, from, length, nanos);
        } else {
            greeting(new String(b, from, length, StandardCharsets.UTF_8));
        }
    }

    private void greeting(String text) {
        if (text.startsWith("0{")) {
            path += "&sid=" + Greeting.id(text);
            preparePoll();
            send("40".getBytes(StandardCharsets.US_ASCII));
        } else if (text.startsWith("40{")) {
            joined.complete(Greeting.id(text));
        } else {
            failed("instead of the answer to CONNECT came " + text);
        }
    }

    private void heartbeat() {
        if (heartbeatDue && !posting) {
            heartbeatDue = false;
            send(new byte[] {'3'});
        }
    }

    private void failed(String reason) {
        if (over) {
            return;
        }
        over = true;
        polls.close();
        posts.close();
        if (!clients.closing()
                && !joined.completeExceptionally(new IOException("not let in: " + reason))) {
            receiver.closed(reason);
        }
    }

    private final class Polls implements HttpConnection.Sink {

        @Override
        public void body(byte[] b, int from, int to, long nanos) {
            // The bytes belong to all of the loop: sending comes after they are used.
            int start = from;
            for (int i = from; i <= to; i++) {
                if (i == to || b[i] == SEPARATOR) {
                    packet(b, start, i - start, nanos);
                    start = i + 1;
                }
            }
            poll();
            receiver.readComplete();
        }

        @Override
        public void failed(String reason) {
            PollingClient.this.failed(reason);
        }
    }

    private final class Posts implements HttpConnection.Sink {

        @Override
        public void body(byte[] b, int from, int to, long nanos) {
            posting = false;
            heartbeat();
            receiver.readComplete();
        }

        @Override
        public void failed(String reason) {
            PollingClient.this.failed(reason);
        }
    }
}
