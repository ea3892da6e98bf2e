package io.fastsocket.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The upgrade from HTTP to WebSocket, as a client sees it. */
final class Upgrade {

    /** The key and its answer that stand in RFC 6455, section 1.3. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private Upgrade() {}

    static String request(String host) {
        return "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: "
                + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: "
                + KEY
                + "\r\n\r\n";
    }

    /** Where the answer ends; 0 if it has not yet. */
    static int end(byte[] b, int to) throws IOException {
        int end = headEnd(b, 0, to);
        if (end > 0) {
            String head = new String(b, 0, end, StandardCharsets.US_ASCII);
            if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(ACCEPT)) {
                throw new IOException("no upgrade: " + head.lines().findFirst().orElse(""));
            }
        }
        return end;
    }

    /** Where the headers that begin there end, the empty line included; 0 if they do not yet. */
    static int headEnd(byte[] b, int from, int to) {
        for (int i = from + 3; i < to; i++) {
            if (b[i] == '\n' && b[i - 1] == '\r' && b[i - 2] == '\n' && b[i - 3] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }
}
