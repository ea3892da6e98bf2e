package io.fastsocket.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One TCP connection for all requests: nothing is asked again over another one. */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;
    private static final String END = "ok";

    private final Socket socket;
    private final String head;

    KeptConnection(int port, String sid) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        head =
                "POST /socket.io/?EIO=4&transport=polling&sid="
                        + sid
                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nContent-Length: ";
    }

    /** Sends packets in ASCII; the answer until {@code ok}, or what there is before its end. */
    String post(String body) throws IOException {
        String request = head + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        int c = in.read();
        while (c >= 0) {
            answer.append((char) c);
            if (answer.indexOf("\r\n\r\n") >= 0 && answer.toString().endsWith(END)) {
                break;
            }
            c = in.read();
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
