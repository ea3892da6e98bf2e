package io.fastsocket.transport.http;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.EngineServer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers a WebSocket's opening handshake (RFC 6455 §4.2) and gives its channel to Engine.IO; to
 * the session's own event loop, if it is to take over a session.
 */
final class WebSocketHandshake {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** Sixteen bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /** RFC 7692 §7.1.1: neither side keeps its window from one message to the next. */
    private static final String EXTENSION =
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    private final EngineServer server;
    private final Supplier<HttpSettings> settings;

    WebSocketHandshake(EngineServer server, Supplier<HttpSettings> settings) {
        this.server = server;
        this.settings = settings;
    }

    /** From how many bytes on messages are compressed; 0 if they may not be. */
    private int compressFrom(HttpHeaders headers) {
        int from = settings.get().webSocketCompression();
        return from > 0 && Compression.offered(headers) ? from : 0;
    }

    static boolean wellFormed(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.method().equals(HttpMethod.GET)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && "13".equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
                && isKey(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY));
    }

    private static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** Opens a connection, for which a place is reserved. */
    void open(Exchange exchange, HandshakeInfo handshake) {
        int compressFrom = compressFrom(exchange.request().headers());
        ChannelPipeline pipeline = accept(exchange, compressFrom > 0);
        server.openWebSocket(pipeline, handshake, compressFrom);
        leaveHttp(exchange);
    }

    /** Offers a session the WebSocket. */
    void upgrade(Exchange exchange, String sid) {
        EventLoop loop = server.loop(sid);
        if (loop == null) {
            exchange.refuse(EngineError.UNKNOWN_SID);
            return;
        }
        move(
                exchange.context().channel(),
                loop,
                () -> {
                    int compressFrom = compressFrom(exchange.request().headers());
                    server.upgrade(sid, accept(exchange, compressFrom > 0), compressFrom);
                    exchange.context().flush();
                    leaveHttp(exchange);
                });
    }

    /** The answer is not flushed: what a new connection says first goes with it. */
    private static ChannelPipeline accept(Exchange exchange, boolean compress) {
        FullHttpResponse response =
                HttpConnection.response(
                        HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
        response.headers()
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(
                        HttpHeaderNames.SEC_WEBSOCKET_ACCEPT,
                        proof(exchange.request().headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY)));
        if (compress) {
            response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, EXTENSION);
        }
        exchange.connection().answered(exchange);
        exchange.context().write(response);
        return exchange.context().pipeline();
    }

    private static String proof(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /**
     * Takes HTTP's handlers out. Last of all, since the codec passes what it has read beyond the
     * request on to whoever is behind it.
     */
    private static void leaveHttp(Exchange exchange) {
        ChannelPipeline pipeline = exchange.context().pipeline();
        pipeline.remove(exchange.connection());
        pipeline.remove(HttpServerCodec.class);
    }

    private static void move(Channel channel, EventLoop to, Runnable then) {
        if (channel.eventLoop().equals(to)) {
            then.run();
            return;
        }
        channel.config().setAutoRead(false);
        channel.deregister()
                .addListener(
                        left ->
                                to.register(channel)
                                        .addListener(
                                                moved -> {
                                                    if (moved.isSuccess()) {
                                                        then.run();
                                                        channel.config().setAutoRead(true);
                                                    } else {
                                                        channel.close();
                                                    }
                                                }));
    }
}
