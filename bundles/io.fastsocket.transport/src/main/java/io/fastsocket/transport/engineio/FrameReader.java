package io.fastsocket.transport.engineio;

import io.fastsocket.transport.codec.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Cuts a client's WebSocket frames (RFC 6455 §5) out of what was read. The texts of one read share
 * one array, written once and then left alone, so that ranges of it may be kept. A frame not yet
 * whole waits in a buffer of Netty's. One thread at a time.
 */
final class FrameReader {

    /** A close frame without a code. */
    static final int NO_CODE = 1005;

    private static final byte[] EMPTY = {};

    private final int maxPayload;
    private final FrameHeader header = new FrameHeader();
    private ByteBuf kept;
    private byte[] fragments = EMPTY;
    private int fragmentsLength;
    private int fragmentsOpcode;
    private boolean fragmentsCompressed;

    FrameReader(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /** From now on messages may be compressed. */
    void allowCompression() {
        header.allowCompression();
    }

    /**
     * Cuts what is whole.
     *
     * @param in what was read; taken over
     * @return null, or why the connection must end
     */
    CloseCause read(ByteBuf in, ByteBufAllocator alloc, FrameSink sink) {
        ByteBuf buf = in;
        if (kept != null) {
            buf = kept.writeBytes(in);
            in.release();
            kept = null;
        }
        CloseCause fault;
        try {
            fault = cut(buf, sink);
        } catch (RuntimeException | Error e) {
            buf.release();
            throw e;
        }
        if (fault != null || !sink.open() || !buf.isReadable()) {
            buf.release();
        } else {
            keep(buf, alloc);
        }
        return fault;
    }

    /** Keeps the beginning of a frame, in a buffer that the whole of it will fit in. */
    private void keep(ByteBuf buf, ByteBufAllocator alloc) {
        int readable = buf.readableBytes();
        if (buf.isWritable(header.missing(readable)) && buf.readerIndex() == 0) {
            kept = buf;
            return;
        }
        // Grows with what comes, not with what the header promises.
        kept = alloc.buffer(Math.min(header.missing(readable) + readable, 2 * readable + 1024));
        kept.writeBytes(buf);
        buf.release();
    }

    private CloseCause cut(ByteBuf buf, FrameSink sink) {
        byte[] batch = EMPTY;
        int used = 0;
        int texts = measure(buf);
        if (texts > 0) {
            batch = new byte[texts];
        }
        while (sink.open() && buf.isReadable()) {
            CloseCause fault = header.parse(buf, buf.readerIndex(), maxPayload - fragmentsLength);
            if (fault != null) {
                return fault;
            }
            if (!header.whole()) {
                return null;
            }
            buf.skipBytes(header.size());
            int length = header.length();
            int opcode = header.opcode();
            if (opcode == Frames.TEXT && header.last() && !header.compressed()) {
                if (fragmentsOpcode != 0) {
                    return CloseCause.TRANSPORT_ERROR;
                }
                unmask(buf, batch, used, length);
                used += length;
                sink.text(batch, used - length, used);
            } else {
                byte[] payload = length == 0 ? EMPTY : new byte[length];
                unmask(buf, payload, 0, length);
                fault = opcode >= Frames.CLOSE ? control(payload, sink) : data(payload, sink);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    /** How many bytes the whole text messages in one frame will take. */
    private int measure(ByteBuf buf) {
        int texts = 0;
        int index = buf.readerIndex();
        while (header.parse(buf, index, maxPayload) == null && header.whole()) {
            if (header.opcode() == Frames.TEXT && header.last() && !header.compressed()) {
                texts += header.length();
            }
            index += header.size() + header.length();
        }
        return texts;
    }

    private void unmask(ByteBuf buf, byte[] to, int offset, int length) {
        buf.readBytes(to, offset, length);
        Mask.apply(header.mask(), to, offset, length);
    }

    private CloseCause control(byte[] payload, FrameSink sink) {
        if (header.opcode() == Frames.PING) {
            sink.ping(payload);
        } else if (header.opcode() == Frames.CLOSE) {
            if (payload.length == 0) {
                sink.close(NO_CODE);
                return null;
            }
            int code = payload.length == 1 ? 0 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
            if (!mayBeSent(code)) {
                return CloseCause.TRANSPORT_ERROR;
            }
            if (!Utf8.valid(payload, 2, payload.length)) {
                return CloseCause.BAD_UTF8;
            }
            sink.close(code);
        }
        return null;
    }

    /** RFC 6455 §7.4: registered, for libraries, or private; some never stand in a frame. */
    private static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
                || (code >= 3000 && code <= 4999);
    }

    /** A binary in one frame, or part of a message in several. */
    private CloseCause data(byte[] payload, FrameSink sink) {
        int opcode = header.opcode();
        boolean continues = opcode == Frames.CONTINUATION;
        if (continues == (fragmentsOpcode == 0)) {
            return CloseCause.TRANSPORT_ERROR;
        }
        if (header.last() && !continues) {
            return pass(payload, opcode == Frames.TEXT, header.compressed(), sink);
        }
        if (!continues) {
            fragmentsOpcode = opcode;
            fragmentsCompressed = header.compressed();
        }
        append(payload);
        if (header.last()) {
            byte[] all = Arrays.copyOf(fragments, fragmentsLength);
            boolean text = fragmentsOpcode == Frames.TEXT;
            fragments = EMPTY;
            fragmentsLength = 0;
            fragmentsOpcode = 0;
            return pass(all, text, fragmentsCompressed, sink);
        }
        return null;
    }

    private CloseCause pass(byte[] payload, boolean text, boolean compressed, FrameSink sink) {
        byte[] message = payload;
        if (compressed) {
            try {
                message = Inflation.inflate(payload, maxPayload);
            } catch (DataFormatException e) {
                return CloseCause.TRANSPORT_ERROR;
            }
            if (message == null) {
                return CloseCause.TOO_BIG;
            }
        }
        if (text) {
            sink.text(message, 0, message.length);
        } else {
            sink.binary(message);
        }
        return null;
    }

    private void append(byte[] payload) {
        int length = fragmentsLength + payload.length;
        if (length > fragments.length) {
            fragments = Arrays.copyOf(fragments, Math.max(length, 2 * fragments.length));
        }
        System.arraycopy(payload, 0, fragments, fragmentsLength, payload.length);
        fragmentsLength = length;
    }

    /** How many bytes it holds of what is not whole. */
    int kept() {
        return (kept == null ? 0 : kept.capacity()) + fragments.length;
    }

    /** Forgets what is not whole. */
    void release() {
        if (kept != null) {
            kept.release();
            kept = null;
        }
        fragments = EMPTY;
    }
}
