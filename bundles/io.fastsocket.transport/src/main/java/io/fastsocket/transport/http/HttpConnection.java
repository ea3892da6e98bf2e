package io.fastsocket.transport.http;

import io.fastsocket.transport.http.Deadline.Phase;
import io.fastsocket.transport.limits.Limit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * One HTTP connection: gathers each request with its body, has it answered, and takes the next one
 * only then. A body that nobody wants is not gathered: the answer comes at once and ends the
 * connection. Pipelined requests are not taken: browsers and Socket.IO clients send none.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {

    private static final byte[] EMPTY = {};

    /** Fired through the pipeline when the server stops: answer what is asked, then close. */
    static final Object DRAIN = new Object();

    private final Routes routes;
    private final Deadline deadline;
    private HttpRequest request;
    private byte[] body = EMPTY;
    private int bodyLength;
    private int bodyLimit;
    private Exchange exchange;
    private boolean refused;
    private boolean draining;
    private boolean headBegun;
    private boolean messageRead;

    HttpConnection(Routes routes) {
        this.routes = routes;
        deadline = new Deadline(routes.settings().deadlines());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        enter(ctx, Phase.HEAD);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        deadline.cancel();
    }

    private void enter(ChannelHandlerContext ctx, Phase phase) {
        deadline.enter(phase, ctx, () -> late(ctx));
    }

    private void late(ChannelHandlerContext ctx) {
        routes.limits().exceeded(deadline.phase().limit());
        if (headBegun || request != null) {
            refuse(ctx, HttpResponseStatus.REQUEST_TIMEOUT);
        } else {
            ctx.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        messageRead = true;
        try {
            if (refused) {
                return;
            }
            if (message instanceof HttpRequest head) {
                begin(ctx, head);
            }
            if (message instanceof HttpContent content && request != null) {
                append(ctx, content.content());
                if (message instanceof LastHttpContent && request != null) {
                    end(ctx);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** The codec passes this on too when it has read only a part of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (request != null) {
            enter(ctx, Phase.BODY);
        } else if (exchange == null && !refused && !messageRead) {
            headBegun = true;
            enter(ctx, Phase.HEAD);
        }
        messageRead = false;
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest head) {
        headBegun = false;
        if (!head.decoderResult().isSuccess()) {
            refuse(ctx, status(head.decoderResult().cause()));
            return;
        }
        if (exchange != null) {
            refuse(ctx, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        routes.restoreHost(ctx.channel(), head);
        boolean chunked = HttpUtil.isTransferEncodingChunked(head);
        long length = HttpUtil.getContentLength(head, 0L);
        int most = routes.maxPayload();
        if ((chunked || length > 0) && !routes.wantsBody(head)) {
            refused = true;
            enter(ctx, Phase.ANSWER);
            exchange = new Exchange(this, ctx, head, true);
            routes.handle(exchange, EMPTY);
        } else if (length > most) {
            tooLarge(ctx);
        } else {
            request = head;
            bodyLength = 0;
            bodyLimit = chunked ? most : (int) length;
            if (HttpUtil.is100ContinueExpected(head)) {
                ctx.writeAndFlush(response(HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
            }
        }
    }

    private HttpResponseStatus status(Throwable fault) {
        if (fault instanceof TooLongHttpLineException) {
            routes.limits().exceeded(Limit.MAX_HEADER_SIZE);
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        if (fault instanceof TooLongHttpHeaderException) {
            routes.limits().exceeded(Limit.MAX_HEADER_SIZE);
            return HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        return HttpResponseStatus.BAD_REQUEST;
    }

    private void tooLarge(ChannelHandlerContext ctx) {
        routes.limits().exceeded(Limit.MAX_PAYLOAD);
        refuse(ctx, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    }

    private void append(ChannelHandlerContext ctx, ByteBuf content) {
        int length = content.readableBytes();
        if (length > bodyLimit - bodyLength) {
            tooLarge(ctx);
        } else if (!roomFor(bodyLength + length)) {
            refuse(ctx, HttpResponseStatus.SERVICE_UNAVAILABLE);
        } else {
            content.readBytes(body, bodyLength, length);
            bodyLength += length;
        }
    }

    private boolean roomFor(int length) {
        if (length <= body.length) {
            return true;
        }
        int larger = (int) Math.min(bodyLimit, Math.max(length, 2L * body.length));
        if (!routes.incoming().take(larger - body.length)) {
            return false;
        }
        body = Arrays.copyOf(body, larger);
        return true;
    }

    private void dropBody() {
        if (body.length > 0) {
            routes.incoming().add(-body.length);
            body = EMPTY;
        }
    }

    /** Ends the connection, since what comes next on it cannot be told. */
    private void refuse(ChannelHandlerContext ctx, HttpResponseStatus status) {
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            routes.limits().exceeded(Limit.INBOUND_BUDGET);
            routes.notices().warn("Request refused: inbound budget used up", address(ctx));
        } else {
            routes.notices().note("Request refused: " + status, address(ctx));
        }
        refused = true;
        request = null;
        headBegun = false;
        dropBody();
        enter(ctx, Phase.IDLE);
        FullHttpResponse response = response(status, Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void end(ChannelHandlerContext ctx) {
        HttpRequest whole = request;
        byte[] bytes = bodyLength == body.length ? body : Arrays.copyOf(body, bodyLength);
        request = null;
        dropBody();
        enter(ctx, Phase.ANSWER);
        exchange = new Exchange(this, ctx, whole, false);
        routes.handle(exchange, bytes);
    }

    private static InetSocketAddress address(ChannelHandlerContext ctx) {
        return ProxyProtocol.client(ctx.channel());
    }

    static FullHttpResponse response(HttpResponseStatus status, ByteBuf content) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        content,
                        io.netty.handler.codec.http.DefaultHttpHeadersFactory.headersFactory()
                                .newHeaders(),
                        EmptyHttpHeaders.INSTANCE);
        if (status.code() >= 200 && status.code() != 204) {
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        }
        return response;
    }

    /** The answer is on its way; on the event loop. */
    void answered(Exchange done) {
        if (exchange == done) {
            exchange = null;
            enter(done.context(), Phase.IDLE);
        }
    }

    HttpSettings settings() {
        return routes.settings();
    }

    /** Whether the connection ends with the answer under way. */
    boolean draining() {
        return draining;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event.equals(DRAIN)) {
            draining = true;
            if (exchange == null) {
                ctx.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deadline.cancel();
        request = null;
        dropBody();
        if (exchange != null) {
            exchange.abort();
            exchange = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        routes.failed(cause, address(ctx));
        ctx.close();
    }
}
