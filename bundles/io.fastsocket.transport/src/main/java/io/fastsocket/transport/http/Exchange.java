package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.PollExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;

import java.nio.charset.StandardCharsets;

/**
 * A request that awaits its answer. Whole, unless its body is not wanted; then the connection ends
 * with the answer. Answered once, from any thread.
 */
final class Exchange implements PollExchange {

    private final HttpConnection connection;
    private final ChannelHandlerContext context;
    private final HttpRequest request;
    private final boolean withoutBody;
    private Runnable onAbort = () -> {};
    private Runnable onSent;
    private String allowedOrigin;

    Exchange(
            HttpConnection connection,
            ChannelHandlerContext context,
            HttpRequest request,
            boolean withoutBody) {
        this.connection = connection;
        this.context = context;
        this.request = request;
        this.withoutBody = withoutBody;
    }

    ChannelHandlerContext context() {
        return context;
    }

    HttpRequest request() {
        return request;
    }

    /** Whether the request has a body that was left unread. */
    boolean withoutBody() {
        return withoutBody;
    }

    HttpConnection connection() {
        return connection;
    }

    /** The origin has been checked: the browser may show the page the answer. */
    void admitOrigin(String answer) {
        allowedOrigin = answer;
    }

    /** What to do if the client goes away unanswered; on its event loop. */
    void onAbort(Runnable action) {
        onAbort = action;
    }

    void abort() {
        onAbort.run();
    }

    @Override
    public void answer(ByteBuf packets, Runnable sent) {
        int from = connection.settings().httpCompression();
        boolean pack =
                from > 0
                        && packets.readableBytes() >= from
                        && Compression.takesGzip(request.headers());
        FullHttpResponse response =
                HttpConnection.response(
                        HttpResponseStatus.OK, pack ? Compression.gzip(packets) : packets);
        if (pack) {
            response.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8");
        onSent = sent;
        send(response);
    }

    @Override
    public void abandon() {
        context.close();
    }

    @Override
    public void confirm() {
        FullHttpResponse response =
                HttpConnection.response(HttpResponseStatus.OK, Unpooled.copiedBuffer(OK));
        // As the reference: some user agents would offer text/plain as a download.
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/html");
        send(response);
    }

    private static final byte[] OK = {'o', 'k'};

    @Override
    public void refuse(EngineError error) {
        text(HttpResponseStatus.valueOf(error.status()), "application/json", error.json());
    }

    void text(HttpResponseStatus status, String type, String text) {
        FullHttpResponse response =
                HttpConnection.response(
                        status, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        send(response);
    }

    /** Adds what every answer has, and sends it. */
    void send(FullHttpResponse response) {
        if (allowedOrigin != null) {
            response.headers()
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, allowedOrigin)
                    .set(HttpHeaderNames.VARY, "Origin");
            if (Origins.credentials(allowedOrigin)) {
                response.headers().set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            }
        }
        if (!response.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
            response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request) && !withoutBody;
        HttpUtil.setKeepAlive(response, keepAlive);
        if (context.executor().inEventLoop()) {
            write(response, keepAlive);
        } else {
            context.executor().execute(() -> write(response, keepAlive));
        }
    }

    private void write(FullHttpResponse response, boolean keepAlive) {
        connection.answered(this);
        var written = context.writeAndFlush(response);
        if (onSent != null) {
            written.addListener(done -> onSent.run());
        }
        if (!keepAlive || connection.draining()) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
