package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;

import java.nio.charset.StandardCharsets;

/** WebSocket frames as a server writes them (RFC 6455 §5.2): whole, unmasked. */
public final class Frames {

    /** Beside an opcode: the message is compressed (RFC 7692). */
    static final int COMPRESSED = 0x40;

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** What a control frame may hold. */
    static final int MAX_CONTROL = 125;

    /** Engine.IO's packet type "message", before each text; binaries have none. */
    private static final byte MESSAGE = '4';

    private static final int FIN = 0x80;

    private Frames() {}

    /**
     * The size of a message's frames.
     *
     * @param message the message
     * @return bytes
     */
    public static int size(Message message) {
        int size = frameSize(1 + message.length());
        for (byte[] binary : message.attachments()) {
            size += frameSize(binary.length);
        }
        return size;
    }

    private static int frameSize(int length) {
        return length + (length < 126 ? 2 : length <= 0xFFFF ? 4 : 10);
    }

    /**
     * Writes a message's frames: its text, then its binaries.
     *
     * @param out takes {@link #size} bytes
     * @param message the message
     */
    public static void write(ByteBuf out, Message message) {
        header(out, TEXT, 1 + message.length());
        out.writeByte(MESSAGE);
        message.writeTo(out);
        for (byte[] binary : message.attachments()) {
            header(out, BINARY, binary.length);
            out.writeBytes(binary);
        }
    }

    /** What the text frame of a message holds. */
    static void text(ByteBuf out, Message message) {
        out.writeByte(MESSAGE);
        message.writeTo(out);
    }

    static void header(ByteBuf out, int opcode, int length) {
        out.writeByte(FIN | opcode);
        if (length < 126) {
            out.writeByte(length);
        } else if (length <= 0xFFFF) {
            out.writeByte(126).writeShort(length);
        } else {
            out.writeByte(127).writeLong(length);
        }
    }

    static void text(ByteBuf out, String ascii) {
        header(out, TEXT, ascii.length());
        out.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    }

    static void close(ByteBuf out, int code, String ascii) {
        header(out, CLOSE, 2 + ascii.length());
        out.writeShort(code);
        out.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    }
}
