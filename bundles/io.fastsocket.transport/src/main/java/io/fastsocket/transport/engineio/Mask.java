package io.fastsocket.transport.engineio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** RFC 6455 §5.3, eight bytes at a time. */
final class Mask {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Mask() {}

    /** Takes the mask off, or puts it on. */
    static void apply(int mask, byte[] bytes, int offset, int length) {
        if (mask == 0) {
            return;
        }
        long wide = ((long) mask << 32) | (mask & 0xFFFFFFFFL);
        int i = offset;
        int end = offset + length;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            LONG.set(bytes, i, (long) LONG.get(bytes, i) ^ wide);
        }
        for (int shift = 24; i < end; i++, shift = (shift - 8) & 31) {
            bytes[i] ^= (byte) (mask >>> shift);
        }
    }
}
