package io.fastsocket.itests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket without Engine.IO or Socket.IO: sends what it is told, and queues what comes. Answers
 * heartbeats unless it is told not to.
 */
final class RawWebSocket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What is queued for the end of the connection. */
    static final String CLOSED = "closed";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final boolean beats;
    private final WebSocket socket;

    RawWebSocket(int port, String query, boolean beats) {
        this.beats = beats;
        socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + port + "/socket.io/?" + query), this)
                        .join();
    }

    /** Opens a session, and reads what the server says of it. */
    static RawWebSocket open(int port) throws InterruptedException {
        RawWebSocket client = new RawWebSocket(port, "EIO=4&transport=websocket", true);
        String opening = client.next();
        if (!opening.startsWith("0{")) {
            throw new AssertionError(opening);
        }
        return client;
    }

    /** One that has joined the default namespace of the example conformance. */
    static RawWebSocket joined(int port) throws InterruptedException {
        RawWebSocket client = open(port);
        client.send("40");
        client.next();
        client.next();
        return client;
    }

    RawWebSocket send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    RawWebSocket send(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** The next text; a binary as {@code b} and hexadecimal digits; or {@link #CLOSED}. */
    String next() throws InterruptedException {
        String text = received.poll(10, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing within 10 s");
        }
        return text;
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
        from.request(1);
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
        from.request(1);
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
