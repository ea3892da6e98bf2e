package io.fastsocket.transport.socketio;

import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.Message;
import io.netty.buffer.ByteBuf;

import java.util.List;

/**
 * A packet to send: {@code <type>[<attachments>-][<namespace>,][<ack id>]<payload>}. EVENT and ACK
 * become their binary kinds by themselves.
 *
 * @param type one of {@link PacketType}
 * @param namespace with its comma; empty for the default one
 * @param ackId or -1
 * @param payload written as it is; EVENT's and ACK's get brackets around them
 */
record OutPacket(int type, byte[] namespace, long ackId, Payload payload) implements Message {

    static final long NO_ACK = -1;

    private boolean bracketed() {
        return type == PacketType.EVENT || type == PacketType.ACK;
    }

    @Override
    public int length() {
        int attachments = payload.attachments().size();
        return 1
                + (attachments == 0 ? 0 : digits(attachments) + 1)
                + namespace.length
                + (ackId == NO_ACK ? 0 : digits(ackId))
                + payload.length()
                + (bracketed() ? 2 : 0);
    }

    @Override
    public void writeTo(ByteBuf out) {
        int attachments = payload.attachments().size();
        boolean bracketed = bracketed();
        if (attachments == 0) {
            out.writeByte('0' + type);
        } else {
            int shift = PacketType.BINARY_EVENT - PacketType.EVENT;
            out.writeByte('0' + type + shift);
            writeNumber(out, attachments);
            out.writeByte('-');
        }
        out.writeBytes(namespace);
        if (ackId != NO_ACK) {
            writeNumber(out, ackId);
        }
        if (bracketed) {
            out.writeByte('[');
        }
        out.writeBytes(payload.bytes(), payload.offset(), payload.length());
        if (bracketed) {
            out.writeByte(']');
        }
    }

    @Override
    public List<byte[]> attachments() {
        return payload.attachments();
    }

    private static int digits(long n) {
        int digits = 1;
        for (long rest = n; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static void writeNumber(ByteBuf out, long n) {
        int at = out.writerIndex() + digits(n);
        out.ensureWritable(at - out.writerIndex());
        int i = at;
        for (long rest = n; i > out.writerIndex(); rest /= 10) {
            out.setByte(--i, (int) ('0' + rest % 10));
        }
        out.writerIndex(at);
    }
}
