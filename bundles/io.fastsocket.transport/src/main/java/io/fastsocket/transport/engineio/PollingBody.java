package io.fastsocket.transport.engineio;

import java.util.Arrays;
import java.util.Base64;

/** Reads the body of a polling request: packets, {@code \x1e} between them, binaries in base64. */
public final class PollingBody {

    /** What stands between two packets. */
    public static final byte SEPARATOR = 0x1e;

    private PollingBody() {}

    /**
     * How many packets there are.
     *
     * @param body the body
     * @return one at least, which may be empty
     */
    public static int packets(byte[] body) {
        int packets = 1;
        for (byte each : body) {
            if (each == SEPARATOR) {
                packets++;
            }
        }
        return packets;
    }

    /**
     * Where a packet ends.
     *
     * @param body the body
     * @param from where it begins
     * @return the index of what follows it, or the body's length
     */
    public static int end(byte[] body, int from) {
        int i = from;
        while (i < body.length && body[i] != SEPARATOR) {
            i++;
        }
        return i;
    }

    /**
     * A binary. The reference client for Java breaks base64 into lines, which the reference server
     * takes.
     *
     * @param body the body
     * @param from where its base64 begins
     * @param to where it ends
     * @return the binary
     * @throws IllegalArgumentException if it is none
     */
    public static byte[] binary(byte[] body, int from, int to) {
        byte[] text = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (body[i] != '\n' && body[i] != '\r') {
                text[length++] = body[i];
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(text, length));
    }
}
