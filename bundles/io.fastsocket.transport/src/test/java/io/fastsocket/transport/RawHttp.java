package io.fastsocket.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** An HTTP client that sends what it is told and no more. */
final class RawHttp implements AutoCloseable {

    private final Socket socket;

    RawHttp(Engine engine) throws IOException {
        socket = new Socket(engine.address().getAddress(), engine.address().getPort());
        socket.setSoTimeout(60_000);
    }

    RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Sends the head of a POST that announces a body of some length. */
    RawHttp post(String target, int length) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length)
                .send("\r\n\r\n");
    }

    /** The status line and what follows, up to the server's closing the connection. */
    String untilClosed() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read(); b >= 0; ) {
                text.append((char) b);
                b = socket.getInputStream().read();
            }
        } catch (SocketException e) {
            // What it had not read when it closed makes the end a reset.
            if (text.isEmpty()) {
                throw e;
            }
        }
        return text.toString();
    }

    /** The answer's head. */
    String head() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("Closed after: " + text);
            }
            text.append((char) b);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
