package io.fastsocket.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** WebSocket frames of a client (RFC 6455, section 5), made by hand. */
public final class Frames {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Any but zero, which some servers would not have to unmask. */
    static final int MASK = 0x5ca1ab1e;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;

    private Frames() {}

    /**
     * A masked text frame.
     *
     * @param text its payload
     * @return the whole frame
     */
    public static byte[] text(String text) {
        return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(int opcode, byte[] payload) {
        int head = headLength(payload.length);
        byte[] frame = new byte[head + payload.length];
        frame[0] = (byte) (FIN | opcode);
        if (payload.length < 126) {
            frame[1] = (byte) (MASKED | payload.length);
        } else if (payload.length < 65_536) {
            frame[1] = (byte) (MASKED | 126);
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        } else {
            frame[1] = (byte) (MASKED | 127);
            for (int i = 0; i < 4; i++) {
                frame[6 + i] = (byte) (payload.length >> (24 - 8 * i));
            }
        }
        for (int i = 0; i < 4; i++) {
            frame[head - 4 + i] = mask(i);
        }
        for (int i = 0; i < payload.length; i++) {
            frame[head + i] = (byte) (payload[i] ^ mask(i));
        }
        return frame;
    }

    /** Bytes before the payload of that many bytes. */
    static int headLength(int payload) {
        return 4 + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);
    }

    /** What the payload's byte of that index is masked with. */
    static byte mask(int index) {
        return (byte) (MASK >> (24 - 8 * (index & 3)));
    }
}
