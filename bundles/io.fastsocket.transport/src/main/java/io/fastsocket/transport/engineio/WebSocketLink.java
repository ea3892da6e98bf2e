package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.util.concurrent.TimeUnit;

/** An Engine.IO connection over a WebSocket: the one handler behind the handshake. */
final class WebSocketLink extends ChannelInboundHandlerAdapter implements Link, FrameSink {

    /** How long the client may take to answer the close frame, in milliseconds. */
    private static final int CLOSE_TIMEOUT = 2000;

    /** Its close frame is awaited, not what else it may be in the middle of. */
    private static final int KEPT_WHILE_CLOSING = 64 * 1024;

    private final EngineConnection connection;
    private final FrameReader reader;
    private ChannelHandlerContext context;
    private FrameWriter writer;

    /** Until it carries the connection, if it is to take it over. */
    private Upgrade upgrade;

    private boolean closing;
    private boolean wanted = true;
    private int compressFrom;

    WebSocketLink(EngineConnection connection) {
        this.connection = connection;
        reader = new FrameReader(connection.settings().maxPayload());
    }

    /** Messages may be compressed, and are if they have so many bytes. */
    WebSocketLink compressing(int from) {
        if (from > 0) {
            compressFrom = from;
            reader.allowCompression();
        }
        return this;
    }

    /** It does not carry the connection yet, but is to take it over. */
    Upgrade probing() {
        upgrade = new Upgrade(connection, this);
        return upgrade;
    }

    // What comes in

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        writer = new FrameWriter(ctx);
        writer.compressFrom(compressFrom);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        connection.shard().beginTurn();
        CloseCause fault = reader.read((ByteBuf) message, ctx.alloc(), this);
        if (fault != null) {
            fail(fault);
        } else if (!closing) {
            connection.keptByLink(reader.kept());
        } else if (reader.kept() > KEPT_WHILE_CLOSING) {
            ctx.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (upgrade == null) {
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
        connection.failed(cause);
        ended(CloseCause.FAILED);
        ctx.close();
    }

    private void ended(CloseCause cause) {
        closing = true;
        reader.release();
        writer.release();
        if (upgrade != null) {
            upgrade.failed();
        } else {
            connection.close(cause);
        }
    }

    private void fail(CloseCause fault) {
        if (closing) {
            context.close();
        } else if (upgrade != null) {
            upgrade.failed();
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
        if (upgrade == null) {
            connection.packet(bytes, from, to);
        } else if (is("2probe", bytes, from, to)) {
            writer.text("3probe");
            flush();
            upgrade.answered();
        } else if (is("5", bytes, from, to)) {
            Upgrade finished = upgrade;
            upgrade = null;
            finished.done();
        } else {
            upgrade.failed();
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
        if (upgrade != null) {
            upgrade.failed();
        } else {
            connection.binary(bytes);
        }
    }

    @Override
    public void ping(byte[] payload) {
        if (!closing && waiting() <= connection.settings().outboundLimit()) {
            writer.frame(Frames.PONG, payload, 0, payload.length);
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
        writer.close(code == FrameReader.NO_CODE ? CloseCause.CLIENT.code() : code, "")
                .addListener(ChannelFutureListener.CLOSE);
        ended(CloseCause.CLIENT);
    }

    // What goes out

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public void message(Message message) {
        writer.message(message);
    }

    @Override
    public void shared(SharedMessage message) {
        writer.shared(message);
    }

    @Override
    public void appendBinary(byte[] bytes) {
        handedOver(true, bytes, 0, bytes.length);
    }

    @Override
    public void packet(String ascii) {
        writer.text(ascii);
    }

    /** Appends what polling had not yet fetched. */
    void handedOver(boolean binary, byte[] bytes, int from, int to) {
        writer.frame(binary ? Frames.BINARY : Frames.TEXT, bytes, from, to);
    }

    @Override
    public boolean ready() {
        return writer.ready();
    }

    @Override
    public long waiting() {
        return writer.waiting();
    }

    @Override
    public long own() {
        return writer.own();
    }

    @Override
    public void flush() {
        writer.flush();
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
        reader.release();
        if (cause.unread()) {
            writer.release();
            context.close();
            return;
        }
        var written = writer.close(cause.code(), cause.text());
        if (cause.framingLost()) {
            // The client's own close frame could not be found.
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
