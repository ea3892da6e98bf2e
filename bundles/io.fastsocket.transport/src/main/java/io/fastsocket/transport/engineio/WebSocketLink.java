package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/**
 * An Engine.IO connection over a WebSocket: the one handler behind the handshake. What a turn sends
 * gathers in one buffer of finished frames and leaves with one flush.
 */
final class WebSocketLink extends ChannelInboundHandlerAdapter implements Link, FrameSink {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketLink.class);

    /** A turn's buffer goes to the channel at this size. */
    private static final int BUFFER = 64 * 1024;

    /** Shared bytes up to this many are copied into a turn's buffer: cheaper than a write. */
    private static final int COPIED = 512;

    /** How long the client may take to answer the close frame, in milliseconds. */
    private static final int CLOSE_TIMEOUT = 2000;

    private final EngineConnection connection;
    private final FrameReader reader;
    private ChannelHandlerContext context;
    private ByteBuf out;
    private boolean probing;
    private boolean closing;
    private boolean wanted = true;

    WebSocketLink(EngineConnection connection, boolean probing) {
        this.connection = connection;
        this.probing = probing;
        reader = new FrameReader(connection.settings().maxPayload());
    }

    // What comes in

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        connection.shard().beginTurn();
        CloseCause fault = reader.read((ByteBuf) message, ctx.alloc(), this);
        if (fault != null) {
            fail(fault);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!probing) {
            connection.endOfRead();
        }
        connection.shard().endTurn();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        updateReading();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ended(CloseCause.CLIENT);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof java.io.IOException) {
            LOG.debug("Connection failed", cause);
        } else {
            LOG.error("Connection closed by an error of the server's", cause);
        }
        ended(CloseCause.TRANSPORT_ERROR);
        ctx.close();
    }

    private void ended(CloseCause cause) {
        closing = true;
        reader.release();
        releaseOut();
        if (probing) {
            connection.probeFailed(this);
        } else {
            connection.close(cause);
        }
    }

    private void fail(CloseCause fault) {
        if (closing) {
            context.close();
        } else if (probing) {
            connection.probeFailed(this);
        } else {
            connection.close(fault);
        }
    }

    @Override
    public boolean open() {
        return context.channel().isActive();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (closing) {
            return;
        }
        if (!probing) {
            connection.packet(bytes, from, to);
        } else if (is("2probe", bytes, from, to)) {
            Frames.text(out(8), "3probe");
            flush();
            connection.probed();
        } else if (is("5", bytes, from, to)) {
            probing = false;
            connection.upgraded();
        } else {
            connection.probeFailed(this);
        }
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void binary(byte[] bytes) {
        if (closing) {
            return;
        }
        if (probing) {
            connection.probeFailed(this);
        } else {
            connection.binary(bytes);
        }
    }

    @Override
    public void ping(byte[] payload) {
        if (!closing && waiting() <= connection.settings().outboundLimit()) {
            Frames.header(out(payload.length + 2), Frames.PONG, payload.length);
            out.writeBytes(payload);
            flush();
        }
    }

    @Override
    public void close(int code) {
        if (closing) {
            context.close();
            return;
        }
        closing = true;
        Frames.close(out(4), code == FrameReader.NO_CODE ? CloseCause.CLIENT.code() : code, "");
        context.writeAndFlush(takeOut()).addListener(ChannelFutureListener.CLOSE);
        ended(CloseCause.CLIENT);
    }

    // What goes out

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public void message(Message message) {
        Frames.write(out(Frames.size(message)), message);
        writeIfFull();
    }

    @Override
    public void shared(SharedMessage message) {
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

    @Override
    public void appendBinary(byte[] bytes) {
        handedOver(true, bytes, 0, bytes.length);
        writeIfFull();
    }

    @Override
    public void packet(String ascii) {
        Frames.text(out(ascii.length() + 4), ascii);
    }

    /** Appends what polling had not yet fetched. */
    void handedOver(boolean binary, byte[] bytes, int from, int to) {
        Frames.header(out(to - from + 10), binary ? Frames.BINARY : Frames.TEXT, to - from);
        out.writeBytes(bytes, from, to - from);
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
            writeOut();
            context.flush();
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
        return frames;
    }

    private void releaseOut() {
        if (out != null) {
            takeOut().release();
        }
    }

    @Override
    public boolean ready() {
        return context.channel().isWritable() && waiting() <= BUFFER;
    }

    @Override
    public long waiting() {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        long pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        return out == null ? pending : pending + out.readableBytes();
    }

    @Override
    public void flush() {
        writeOut();
        context.flush();
    }

    @Override
    public void reading(boolean on) {
        wanted = on;
        updateReading();
    }

    private void updateReading() {
        boolean read = closing || (wanted && context.channel().isWritable());
        if (context.channel().config().isAutoRead() != read) {
            context.channel().config().setAutoRead(read);
        }
    }

    @Override
    public void close(CloseCause cause) {
        if (closing) {
            return;
        }
        closing = true;
        if (cause == CloseCause.TOO_SLOW) {
            releaseOut();
            context.close();
            return;
        }
        Frames.close(out(128), cause.code(), cause.text());
        var written = context.writeAndFlush(takeOut());
        if (cause == CloseCause.TRANSPORT_ERROR || cause == CloseCause.TOO_BIG) {
            // Framing is lost: the client's own close frame could not be found.
            written.addListener(ChannelFutureListener.CLOSE);
            return;
        }
        updateReading();
        var timeout =
                context.executor()
                        .schedule(() -> context.close(), CLOSE_TIMEOUT, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> timeout.cancel(false));
    }
}
