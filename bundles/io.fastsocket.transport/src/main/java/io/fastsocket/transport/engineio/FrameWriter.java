package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
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

    /** Bytes of its own that were written since the network last had taken everything. */
    private long own;

    FrameWriter(ChannelHandlerContext context) {
        this.context = context;
    }

    void message(Message message) {
        Frames.write(out(Frames.size(message)), message);
        writeIfFull();
    }

    void shared(SharedMessage message) {
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
        if (out.readableBytes() >= BUFFER) {
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
