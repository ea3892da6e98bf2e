package io.fastsocket.transport.nettysocketio;

import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Frames;
import io.fastsocket.transport.engineio.Message;
import io.fastsocket.transport.engineio.SharedMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The way out over a WebSocket: finished frames, which pass the library's and Netty's encoders as
 * they are, gathered to one buffer a turn; or frames for the compressing encoder, if there is one.
 * On the session's event loop.
 */
final class WebSocketOut {

    /** How long a client may take to take what it was sent before it is closed, in seconds. */
    private static final int GOODBYE = 3;

    private final Gate gate;
    private final Channel channel;
    private final boolean compressed;
    private ByteBuf frames;
    private boolean written;

    WebSocketOut(Gate gate) {
        this.gate = gate;
        channel = gate.channel();
        compressed =
                channel.pipeline().names().stream()
                        .anyMatch(name -> name.endsWith("DeflateEncoder"));
    }

    Gate gate() {
        return gate;
    }

    static void text(Gate to, String text) {
        to.channel().writeAndFlush(frame(text));
    }

    private static WebSocketFrame frame(String text) {
        return new TextWebSocketFrame(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    void packet(String ascii) {
        write(frame(ascii));
    }

    void message(Message message) {
        if (compressed) {
            encode(message);
            return;
        }
        if (frames == null) {
            frames = channel.alloc().directBuffer(Math.max(256, Frames.size(message)));
        }
        Frames.write(frames, message);
    }

    private void encode(Message message) {
        ByteBuf text = channel.alloc().buffer(1 + message.length()).writeByte('4');
        message.writeTo(text);
        write(new TextWebSocketFrame(text));
        message.attachments().forEach(this::binary);
    }

    void shared(SharedMessage message) {
        if (compressed) {
            encode(message.message());
        } else {
            write(message.frames().retainedDuplicate());
        }
    }

    void binary(byte[] bytes) {
        write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    private void write(Object message) {
        writeFrames();
        channel.write(message);
        written = true;
    }

    private void writeFrames() {
        if (frames != null) {
            ByteBuf all = frames;
            frames = null;
            channel.write(all);
            written = true;
        }
    }

    void flush() {
        writeFrames();
        if (written) {
            written = false;
            channel.flush();
        }
    }

    long waiting() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long taken = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        return taken + (frames == null ? 0 : frames.readableBytes());
    }

    boolean ready() {
        return channel.isWritable();
    }

    void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    void close(CloseCause cause) {
        if (cause.unread()) {
            if (frames != null) {
                frames.release();
                frames = null;
            }
            channel.close();
            return;
        }
        flush();
        channel.writeAndFlush(new CloseWebSocketFrame(cause.code(), cause.text()))
                .addListener(ChannelFutureListener.CLOSE);
        channel.eventLoop().schedule(() -> channel.close(), GOODBYE, TimeUnit.SECONDS);
    }
}
