package io.fastsocket.transport.engineio;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What permessage-deflate (RFC 7692) does to a message. Each message stands for itself ("no context
 * takeover" on both sides), so that no connection keeps a window, which takes far more memory than
 * the connection.
 */
final class Inflation {

    /** RFC 7692 §7.2.1: ends each message, and is not sent. */
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private static final int LEAST = 512;

    private Inflation() {}

    /** The message, or null if it is larger than it may be. */
    static byte[] inflate(byte[] bytes, int most) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(withTail(bytes));
            byte[] out = new byte[Math.min(Math.max(4 * bytes.length, LEAST), most + 1)];
            int length = 0;
            while (true) {
                int more = inflater.inflate(out, length, out.length - length);
                length += more;
                if (length > most) {
                    return null;
                }
                if (length < out.length) {
                    if (more == 0 || inflater.needsInput() || inflater.finished()) {
                        return Arrays.copyOf(out, length);
                    }
                } else {
                    out = Arrays.copyOf(out, (int) Math.min(2L * out.length, most + 1L));
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static byte[] withTail(byte[] bytes) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + TAIL.length);
        System.arraycopy(TAIL, 0, all, bytes.length, TAIL.length);
        return all;
    }

    /** The message as it is sent; the last bytes of the array given are the tail's. */
    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            byte[] out = new byte[bytes.length / 2 + LEAST];
            int length = 0;
            while (true) {
                length += deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
                if (length < out.length) {
                    return Arrays.copyOf(out, length - TAIL.length);
                }
                out = Arrays.copyOf(out, 2 * out.length);
            }
        } finally {
            deflater.end();
        }
    }
}
