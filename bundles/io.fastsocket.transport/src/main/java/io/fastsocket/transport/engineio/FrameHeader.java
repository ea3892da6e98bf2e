package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;

/** The header of a client's frame (RFC 6455 §5.2), checked. Reused. */
final class FrameHeader {

    private static final int RESERVED = 0x70;

    /** RFC 7692 §6: the message is compressed. */
    private static final int COMPRESSED = 0x40;

    private int opcode;
    private boolean last;
    private int size;
    private int length;
    private int mask;
    private boolean whole;
    private boolean compressed;
    private boolean mayCompress;

    /** From now on messages may be compressed. */
    void allowCompression() {
        mayCompress = true;
    }

    /**
     * Reads a header if it is there.
     *
     * @param from where it begins
     * @param limit how many bytes data may have
     * @return null, or what is wrong with it
     */
    CloseCause parse(ByteBuf buf, int from, int limit) {
        whole = false;
        size = 2;
        length = 0;
        int readable = buf.writerIndex() - from;
        if (readable < 2) {
            return null;
        }
        int first = buf.getByte(from);
        int second = buf.getByte(from + 1);
        opcode = first & 0xF;
        last = first < 0;
        boolean control = opcode >= Frames.CLOSE;
        boolean masked = second < 0;
        compressed =
                mayCompress
                        && (first & RESERVED) == COMPRESSED
                        && (opcode == Frames.TEXT || opcode == Frames.BINARY);
        if (((first & RESERVED) != 0 && !compressed)
                || !masked
                || (control ? opcode > Frames.PONG : opcode > Frames.BINARY)) {
            return CloseCause.TRANSPORT_ERROR;
        }
        int shortLength = second & 0x7F;
        if (control && (!last || shortLength > Frames.MAX_CONTROL)) {
            return CloseCause.TRANSPORT_ERROR;
        }
        size = shortLength < 126 ? 6 : shortLength == 126 ? 8 : 14;
        if (readable < size) {
            return null;
        }
        long stated = stated(buf, from, shortLength);
        if (stated < 0) {
            return CloseCause.TRANSPORT_ERROR;
        }
        if (!control && stated > limit) {
            return CloseCause.TOO_BIG;
        }
        length = (int) stated;
        mask = buf.getInt(from + size - 4);
        whole = readable - size >= length;
        return null;
    }

    /** The payload's length; negative if it is not stated in as few bytes as it could be. */
    private static long stated(ByteBuf buf, int from, int shortLength) {
        if (shortLength < 126) {
            return shortLength;
        }
        if (shortLength == 126) {
            int length = buf.getUnsignedShort(from + 2);
            return length < 126 ? -1 : length;
        }
        long length = buf.getLong(from + 2);
        return length <= 0xFFFF ? -1 : length;
    }

    /** Whether header and payload are all there. */
    boolean whole() {
        return whole;
    }

    /** How many bytes of the frame are missing at least, if {@code readable} are there. */
    int missing(int readable) {
        return Math.max(size + length - readable, 0);
    }

    /** Whether it begins a compressed message. */
    boolean compressed() {
        return compressed;
    }

    int opcode() {
        return opcode;
    }

    boolean last() {
        return last;
    }

    int size() {
        return size;
    }

    int length() {
        return length;
    }

    int mask() {
        return mask;
    }
}
