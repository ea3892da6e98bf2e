package io.fastsocket.transport.nettysocketio;

import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.http.Origins;
import io.fastsocket.transport.http.RequestCheck;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import java.nio.charset.StandardCharsets;

/** Answers a request; refusals close its connection. From any thread. */
final class Answers {

    private static final String TEXT = "text/plain; charset=UTF-8";

    private final Gate gate;
    private volatile String origin;

    Answers(Gate gate) {
        this.gate = gate;
    }

    /** What is said to the page that asks; null if none does. */
    void origin(String allowed) {
        origin = allowed;
    }

    ChannelFuture answer(ByteBuf packets) {
        return send(response(HttpResponseStatus.OK, TEXT, packets));
    }

    /** Answers a poll of a session that has ended; null if nothing was left to say. */
    void lastWords(String packets) {
        if (packets == null) {
            refuse(EngineError.UNKNOWN_SID);
        } else {
            answer(text(packets));
        }
    }

    void confirm() {
        send(response(HttpResponseStatus.OK, "text/html", text("ok")));
    }

    void refuse(EngineError error) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(error.status());
        send(response(status, "application/json", text(error.json())));
    }

    void preflight(HttpHeaders asked) {
        FullHttpResponse response =
                response(HttpResponseStatus.NO_CONTENT, TEXT, Unpooled.EMPTY_BUFFER);
        RequestCheck.preflight(asked, response.headers());
        send(response);
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String type, ByteBuf content) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        return response;
    }

    private ChannelFuture send(FullHttpResponse response) {
        String allowed = origin;
        if (allowed != null) {
            response.headers()
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, allowed)
                    .set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
            if (Origins.credentials(allowed)) {
                response.headers().set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            }
        }
        boolean keep = response.status().code() < 400;
        if (!keep) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        // Listening before it is written: the next request may come at once, on another loop.
        ChannelPromise sent = gate.channel().newPromise();
        if (keep) {
            sent.addListener(done -> gate.answered());
        } else {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
        return gate.channel().writeAndFlush(response, sent);
    }
}
