package io.fastsocket.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;

import java.util.Arrays;

/** What one connection has read and not used yet, put before what it reads next. */
final class ReadBuffer {

    private static final byte[] NOTHING = new byte[0];

    /** Shared by all connections of a loop, so that many idle ones take little. */
    private static final FastThreadLocal<byte[]> SCRATCH =
            new FastThreadLocal<>() {
                @Override
                protected byte[] initialValue() {
                    return new byte[1 << 18];
                }
            };

    private byte[] rest = NOTHING;
    private byte[] bytes = NOTHING;

    /** Takes over what was read; returns where it ends in {@link #bytes}. Releases it. */
    int add(ByteBuf read) {
        try {
            int length = read.readableBytes();
            int to = rest.length + length;
            bytes = SCRATCH.get();
            if (bytes.length < to) {
                bytes = new byte[Math.max(to, 2 * bytes.length)];
                SCRATCH.set(bytes);
            }
            System.arraycopy(rest, 0, bytes, 0, rest.length);
            read.readBytes(bytes, rest.length, length);
            return to;
        } finally {
            read.release();
        }
    }

    /** Valid until the next read of any connection on this loop. */
    byte[] bytes() {
        return bytes;
    }

    void keep(int from, int to) {
        rest = from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
        bytes = NOTHING;
    }
}
