package io.fastsocket.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket without Engine.IO or Socket.IO: sends what it is told, and queues what comes. Answers
 * heartbeats unless it is told not to.
 */
public final class RawWebSocket implements WebSocket.Listener, AutoCloseable {

    /** What is queued for the end of the connection. */
    public static final String CLOSED = "closed";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final boolean beats;
    private final WebSocket socket;
    private volatile boolean paused;

    /**
     * Connects.
     *
     * @param port the server's, on this machine
     * @param query such as {@code EIO=4&transport=websocket}
     * @param beats whether heartbeats are answered
     * @param headers names and values, in turn
     */
    public RawWebSocket(int port, String query, boolean beats, String... headers) {
        this.beats = beats;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI uri = URI.create("ws://127.0.0.1:" + port + "/socket.io/?" + query);
        socket = builder.buildAsync(uri, this).join();
    }

    /**
     * Opens a session, and reads what the server says of it.
     *
     * @param port the server's
     * @return connected
     * @throws InterruptedException if the thread is interrupted
     */
    public static RawWebSocket open(int port) throws InterruptedException {
        RawWebSocket client = new RawWebSocket(port, "EIO=4&transport=websocket", true);
        String opening = client.next();
        if (!opening.startsWith("0{")) {
            throw new AssertionError(opening);
        }
        return client;
    }

    /**
     * One that has joined the default namespace of the example conformance.
     *
     * @param port the server's
     * @return joined
     * @throws InterruptedException if the thread is interrupted
     */
    public static RawWebSocket joined(int port) throws InterruptedException {
        RawWebSocket client = open(port);
        client.send("40");
        client.next();
        client.next();
        return client;
    }

    /**
     * Sends a text.
     *
     * @param text the whole message
     * @return this
     */
    public RawWebSocket send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /**
     * Sends a binary.
     *
     * @param bytes the whole message
     * @return this
     */
    public RawWebSocket send(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /**
     * Waits for what comes next.
     *
     * @return a text; a binary as {@code b} and hexadecimal digits; or {@link #CLOSED}
     * @throws InterruptedException if the thread is interrupted
     */
    public String next() throws InterruptedException {
        return next(PATIENCE);
    }

    /**
     * Waits for what comes next, so long at most.
     *
     * @param patience how long
     * @return as above
     * @throws InterruptedException if the thread is interrupted
     */
    public String next(Duration patience) throws InterruptedException {
        String text = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (text == null) {
            throw new AssertionError("nothing within " + patience.toMillis() + " ms");
        }
        return text;
    }

    /** Reads no more. */
    public void pause() {
        paused = true;
    }

    private void more(WebSocket from) {
        if (!paused) {
            from.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            String text = parts.toString();
            parts.setLength(0);
            if (beats && text.equals("2")) {
                from.sendText("3", true);
            } else {
                received.add(text);
            }
        }
        more(from);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        parts.append(new String(bytes, StandardCharsets.ISO_8859_1));
        if (last) {
            byte[] all = parts.toString().getBytes(StandardCharsets.ISO_8859_1);
            parts.setLength(0);
            received.add("b" + HexFormat.of().formatHex(all));
        }
        more(from);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        received.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        received.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
