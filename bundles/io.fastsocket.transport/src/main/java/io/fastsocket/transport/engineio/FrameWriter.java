package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Writes a WebSocket's frames: what a turn sends gathers in one buffer of finished frames and
 * leaves with one flush. On the event loop only.
 */
final class FrameWriter {

    /** A turn's buffer goes to the channel at this size. */
    private static final int BUFFER = 64 * 1024;

    /** Shared bytes up to this many are copied into a turn's buffer: cheaper than a write. */
    private static final int COPIED = 512;

    private final ChannelHandlerContext context;
    private ByteBuf out;
    private int compressFrom;

    /** Bytes of its own that were written since the network last had taken everything. */
    private long own;

    FrameWriter(ChannelHandlerContext context) {
        this.context = context;
    }

    /** Texts of at least so many bytes are compressed from now on; 0 for none. */
    void compressFrom(int bytes) {
        compressFrom = bytes;
    }

    void message(Message message) {
        if (compressFrom > 0 && message.length() >= compressFrom) {
            compressed(message);
            return;
        }
        Frames.write(out(Frames.size(message)), message);
        writeIfFull();
    }

    private void compressed(Message message) {
        ByteBuf text = Unpooled.buffer(1 + message.length());
        Frames.text(text, message);
        byte[] payload = Inflation.deflate(text.array());
        Frames.header(out(payload.length + 10), Frames.COMPRESSED | Frames.TEXT, payload.length);
        out.writeBytes(payload);
        for (byte[] binary : message.attachments()) {
            frame(Frames.BINARY, binary, 0, binary.length);
        }
        writeIfFull();
    }

    void shared(SharedMessage message) {
        if (compressFrom > 0 && message.message().length() >= compressFrom) {
            compressed(message.message());
            return;
        }
        ByteBuf frames = message.frames();
        int length = frames.readableBytes();
        if (out != null && length <= COPIED) {
            out(length).writeBytes(frames, frames.readerIndex(), length);
            writeIfFull();
        } else {
            writeOut();
            context.write(frames.retainedDuplicate(), context.voidPromise());
        }
    }

    void frame(int opcode, byte[] bytes, int from, int to) {
        Frames.header(out(to - from + 10), opcode, to - from);
        out.writeBytes(bytes, from, to - from);
        writeIfFull();
    }

    void text(String ascii) {
        Frames.text(out(ascii.length() + 4), ascii);
    }

    /** Sends the close frame behind all the rest. */
    ChannelFuture close(int code, String ascii) {
        Frames.close(out(128), code, ascii);
        return context.writeAndFlush(takeOut());
    }

    /** The turn's buffer, with room for so many more bytes. */
    private ByteBuf out(int length) {
        if (out == null) {
            out = context.alloc().directBuffer(Math.max(length, 256));
        }
        return out;
    }

    private void writeIfFull() {
        if (out != null && out.readableBytes() >= BUFFER) {
            flush();
        }
    }

    private void writeOut() {
        if (out != null) {
            context.write(takeOut(), context.voidPromise());
        }
    }

    private ByteBuf takeOut() {
        ByteBuf frames = out;
        out = null;
        own += frames.readableBytes();
        return frames;
    }

    void flush() {
        writeOut();
        context.flush();
    }

    /** Forgets what was not written yet. */
    void release() {
        if (out != null) {
            takeOut().release();
        }
    }

    boolean ready() {
        return context.channel().isWritable() && waiting() <= BUFFER;
    }

    /** Bytes not yet taken by the network. */
    long waiting() {
        return out == null ? pending() : pending() + out.readableBytes();
    }

    /** Those of them that no other connection shares, or some more. */
    long own() {
        long pending = pending();
        if (pending == 0) {
            own = 0;
        }
        return Math.min(pending, own);
    }

    private long pending() {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
