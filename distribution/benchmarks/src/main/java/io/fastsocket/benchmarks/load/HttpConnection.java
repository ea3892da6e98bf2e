package io.fastsocket.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP with one request at a time, over a connection that is kept as long as the server keeps it. A
 * GET on a kept connection that ends instead of answering is sent once more, as browsers do (RFC
 * 9112, section 9.3.1). On its event loop.
 */
final class HttpConnection {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+) *\r\n");

    /** Takes answers. */
    interface Sink {

        /** The body of an answer with status 200; the bytes are valid during the call. */
        void body(byte[] b, int from, int to, long nanos);

        /** Another status, or the end of the connection instead of an answer. */
        void failed(String reason);
    }

    private final Clients clients;
    private final Sink sink;
    private Channel channel;
    private byte[] request;
    private boolean waits;
    private boolean mayRepeat;

    HttpConnection(Clients clients, Sink sink) {
        this.clients = clients;
        this.sink = sink;
    }

    /** Sends a request, when the one before has been answered. */
    void send(byte[] bytes) {
        waits = true;
        request = bytes;
        mayRepeat = channel != null && bytes[0] == 'G';
        if (channel != null && channel.isActive()) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(bytes), channel.voidPromise());
        } else {
            clients.dial(new Answers());
        }
    }

    /** Ends it; nobody is told. */
    void close() {
        waits = false;
        if (channel != null) {
            channel.close();
        }
    }

    /** Takes answers of one TCP connection. */
    private final class Answers extends ChannelInboundHandlerAdapter {

        private final ReadBuffer buffer = new ReadBuffer();
        private String reason = "the server ended the TCP connection";

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            context.writeAndFlush(Unpooled.wrappedBuffer(request), context.voidPromise());
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
            long now = System.nanoTime();
            int to = buffer.add((ByteBuf) message);
            byte[] b = buffer.bytes();
            int body = Upgrade.headEnd(b, 0, to);
            int end = body == 0 ? Integer.MAX_VALUE : body + length(b, body);
            if (end > to) {
                buffer.keep(0, to);
                return;
            }
            buffer.keep(end, to);
            waits = false;
            sink.body(b, body, end, now);
        }

        @Override
        public void channelUnregistered(ChannelHandlerContext context) {
            boolean current = channel == null || channel.equals(context.channel());
            if (waits && current && mayRepeat && !clients.closing()) {
                mayRepeat = false;
                clients.dial(new Answers());
            } else if (waits && current) {
                sink.failed(reason);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            reason = cause.toString();
            context.close();
        }
    }

    private static int length(byte[] b, int body) throws IOException {
        String head = new String(b, 0, body, StandardCharsets.US_ASCII);
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        if (!head.startsWith("HTTP/1.1 200 ") || !length.find()) {
            throw new IOException("HTTP answer " + head.lines().findFirst().orElse(""));
        }
        return Integer.parseInt(length.group(1));
    }
}
