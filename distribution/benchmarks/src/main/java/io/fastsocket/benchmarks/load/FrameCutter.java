package io.fastsocket.benchmarks.load;

import java.io.IOException;
import java.util.Arrays;

/** Cuts what a server sends into frames, and puts fragments together. One thread. */
final class FrameCutter {

    /** Takes what frames hold. */
    interface Sink {

        /** A whole message, or a control frame; the bytes are valid during the call. */
        void frame(int opcode, byte[] b, int from, int length);
    }

    private byte[] parts;
    private int partsOpcode;

    /**
     * Passes on each whole frame.
     *
     * @return how many of the bytes were used
     * @throws IOException if a server must not send this
     */
    int cut(byte[] b, int from, int to, Sink sink) throws IOException {
        int at = from;
        while (to - at >= 2) {
            int first = b[at];
            int length = b[at + 1] & 0xff;
            if ((first & 0x70) != 0 || length > 127) {
                throw new IOException("a frame that is masked or uses bits nobody agreed on");
            }
            int head = length < 126 ? 2 : length == 126 ? 4 : 10;
            if (to - at < head) {
                break;
            }
            if (head > 2) {
                length = bigEndian(b, at + head - (head == 4 ? 2 : 4), at + head);
            }
            if (to - at - head < length) {
                break;
            }
            take(first, b, at + head, length, sink);
            at += head + length;
        }
        return at - from;
    }

    private void take(int first, byte[] b, int from, int length, Sink sink) {
        int opcode = first & 0xf;
        boolean last = first < 0;
        if (opcode >= Frames.CLOSE || (last && opcode != Frames.CONTINUATION)) {
            sink.frame(opcode, b, from, length);
            return;
        }
        if (opcode != Frames.CONTINUATION) {
            partsOpcode = opcode;
            parts = new byte[0];
        }
        int before = parts.length;
        parts = Arrays.copyOf(parts, before + length);
        System.arraycopy(b, from, parts, before, length);
        if (last) {
            sink.frame(partsOpcode, parts, 0, parts.length);
        }
    }

    private static int bigEndian(byte[] b, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | (b[i] & 0xff);
        }
        return number;
    }
}
