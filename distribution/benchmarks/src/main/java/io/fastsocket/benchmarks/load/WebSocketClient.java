package io.fastsocket.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * One client over WebSocket: upgrades, joins the default namespace, answers heartbeats, and passes
 * on what comes. All on its event loop.
 */
public final class WebSocketClient extends ChannelInboundHandlerAdapter {

    private static final byte[] CONNECT = Frames.text("40");
    private static final byte[] HEARTBEAT = Frames.text("3");
    private static final byte[] GOODBYE = Frames.of(Frames.CLOSE, new byte[] {3, (byte) 0xe8});

    private final Clients clients;
    private final Receiver receiver;
    private final boolean raw;
    private final CompletableFuture<String> joined = new CompletableFuture<>();
    private final ReadBuffer buffer = new ReadBuffer();
    private final FrameCutter cutter = new FrameCutter();
    private boolean upgraded;
    private boolean passedOn;
    private String reason = "the server ended the TCP connection";
    private Channel channel;
    private ByteBuf out;
    private long readAt;

    private WebSocketClient(Clients clients, Receiver receiver, boolean raw) {
        this.clients = clients;
        this.receiver = receiver;
        this.raw = raw;
    }

    /**
     * Opens a connection.
     *
     * @param clients where it lives
     * @param receiver takes what comes once the namespace is joined
     * @param raw whether the server speaks WebSocket alone
     * @return the client, which is not connected yet
     */
    public static WebSocketClient open(Clients clients, Receiver receiver, boolean raw) {
        WebSocketClient client = new WebSocketClient(clients, receiver, raw);
        clients.dial(client);
        return client;
    }

    /**
     * Done when the namespace is joined.
     *
     * @return the socket's id; empty if the server speaks WebSocket alone
     */
    public CompletableFuture<String> joined() {
        return joined;
    }

    /**
     * Puts a frame into what is sent next.
     *
     * @param frame the frame
     * @param sequence the number in it
     */
    public void write(PreparedFrame frame, int sequence) {
        frame.write(out(), sequence);
    }

    /**
     * Puts a whole frame into what is sent next.
     *
     * @param frame its bytes
     */
    public void write(byte[] frame) {
        out().writeBytes(frame);
    }

    /** Sends what was written. */
    public void flush() {
        if (out != null) {
            channel.writeAndFlush(out, channel.voidPromise());
            out = null;
        }
    }

    /**
     * Stops or goes on reading.
     *
     * @param reading whether to read
     */
    public void reading(boolean reading) {
        channel.config().setAutoRead(reading);
    }

    /** Says goodbye; the server ends the connection. */
    public void close() {
        write(GOODBYE);
        flush();
    }

    private ByteBuf out() {
        if (out == null) {
            out = channel.alloc().directBuffer(1024);
        }
        return out;
    }

    @Override
    public void channelRegistered(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(
                Unpooled.copiedBuffer(Upgrade.request(clients.host()), StandardCharsets.US_ASCII),
                context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        readAt = System.nanoTime();
        int to = buffer.add((ByteBuf) message);
        int at = 0;
        if (!upgraded) {
            at = Upgrade.end(buffer.bytes(), to);
            upgraded = at > 0;
            if (upgraded && raw) {
                joined.complete("");
            }
        }
        if (upgraded) {
            at += cutter.cut(buffer.bytes(), at, to, this::frame);
        }
        buffer.keep(at, to);
    }

    private void frame(int opcode, byte[] b, int from, int length) {
        switch (opcode) {
            case Frames.TEXT -> text(b, from, length);
            case Frames.PING -> write(Frames.of(Frames.PONG, new byte[0]));
            case Frames.CLOSE -> {
                String text = new String(b, from, length, StandardCharsets.UTF_8);
                reason = length < 2 ? "no reason" : code(b, from) + " " + text.substring(2);
                channel.close();
            }
            default -> receiver.message(b, from, length, readAt);
        }
    }

    private static int code(byte[] b, int from) {
        return (b[from] & 0xff) << 8 | (b[from + 1] & 0xff);
    }

    private void text(byte[] b, int from, int length) {
        if (joined.isDone()) {
            if (!raw && length == 1 && b[from] == '2') {
                write(HEARTBEAT);
            } else {
                passedOn = true;
                receiver.message(b, from, length, readAt);
            }
            return;
        }
        String text = new String(b, from, length, StandardCharsets.UTF_8);
        if (text.startsWith("0{")) {
            write(CONNECT);
        } else if (text.startsWith("40{")) {
            joined.complete(Greeting.id(text));
        } else {
            fail(new IOException("instead of the answer to CONNECT came " + text));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (passedOn) {
            passedOn = false;
            receiver.readComplete();
        }
        flush();
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext context) {
        if (!clients.closing()
                && !joined.completeExceptionally(new IOException("not let in: " + reason))) {
            receiver.closed(reason);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause);
    }

    private void fail(Throwable cause) {
        reason = cause.toString();
        channel.close();
    }
}
