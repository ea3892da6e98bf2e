package io.fastsocket.transport.http;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.EngineServer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslHandler;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Engine.IO's requests: checked in the reference server's order, then passed on. */
final class EngineEndpoint {

    private static final int MAX_PARAMETERS = 64;
    private static final String VERSION_3 =
            "Engine.IO 3, as socket.io-client 1 and 2 speak; from 3.0 on it speaks 4";

    private static final String POLLING = "polling";
    private static final String WEBSOCKET = "websocket";

    private final EngineServer server;
    private final Supplier<HttpSettings> settings;
    private final Origins origins;
    private final WebSocketHandshake webSockets;

    EngineEndpoint(EngineServer server, Supplier<HttpSettings> settings, Origins origins) {
        this.server = server;
        this.settings = settings;
        this.origins = origins;
        webSockets = new WebSocketHandshake(server, settings);
    }

    /**
     * Whether a request will be taken if its body is: a POST to a session. All others are refused
     * by {@link #handle} or have no use for one.
     */
    boolean wantsBody(HttpRequest request) {
        if (origins.refusal(request.headers(), server.settings()) != null || !brings(request)) {
            return false;
        }
        try {
            return verify(request, query(request)) == null;
        } catch (IllegalArgumentException e) {
            // Answered, and so told of, by handle.
            return false;
        }
    }

    void handle(Exchange exchange, byte[] body) {
        HttpRequest request = exchange.request();
        String refusal = origins.refusal(request.headers(), server.settings());
        if (refusal != null) {
            server.notices().note("Request refused: " + refusal, remote(exchange));
            exchange.refuse(EngineError.FORBIDDEN);
            return;
        }
        if (request.headers().contains(HttpHeaderNames.ORIGIN)) {
            exchange.admitOrigin(origins.answer(request.headers(), server.settings()));
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            preflight(exchange);
            return;
        }
        Map<String, List<String>> query;
        try {
            query = query(request);
        } catch (IllegalArgumentException e) {
            exchange.refuse(EngineError.BAD_REQUEST);
            return;
        }
        EngineError error = verify(request, query);
        if (error != null) {
            if ("3".equals(first(query, "EIO"))) {
                server.notices().note("Request refused: " + VERSION_3, remote(exchange));
            }
            exchange.refuse(error);
        } else if (exchange.withoutBody()) {
            exchange.refuse(EngineError.BAD_REQUEST);
        } else {
            pass(exchange, query, body);
        }
    }

    private static Map<String, List<String>> query(HttpRequest request) {
        return new QueryStringDecoder(
                        request.uri(),
                        java.nio.charset.StandardCharsets.UTF_8,
                        true,
                        MAX_PARAMETERS)
                .parameters();
    }

    private EngineError verify(HttpRequest request, Map<String, List<String>> query) {
        String transport = first(query, "transport");
        if (!POLLING.equals(transport) && !WEBSOCKET.equals(transport)) {
            return EngineError.UNKNOWN_TRANSPORT;
        }
        String sid = first(query, "sid");
        boolean upgrade = wantsWebSocket(request.headers());
        if (sid != null && !server.knows(sid)) {
            return EngineError.UNKNOWN_SID;
        }
        if (sid == null && !request.method().equals(HttpMethod.GET)) {
            return EngineError.BAD_HANDSHAKE_METHOD;
        }
        if (upgrade != WEBSOCKET.equals(transport)
                || (upgrade && !WebSocketHandshake.wellFormed(request))) {
            return EngineError.BAD_REQUEST;
        }
        if (sid == null && !"4".equals(first(query, "EIO"))) {
            return EngineError.UNSUPPORTED_PROTOCOL_VERSION;
        }
        return null;
    }

    private void pass(Exchange exchange, Map<String, List<String>> query, byte[] body) {
        HttpRequest request = exchange.request();
        String sid = first(query, "sid");
        if (sid == null) {
            open(exchange, query);
        } else if (wantsWebSocket(request.headers())) {
            webSockets.upgrade(exchange, sid);
        } else if (request.method().equals(HttpMethod.GET)) {
            exchange.onAbort(() -> server.polls().aborted(sid, exchange));
            server.polls().poll(sid, exchange);
        } else if (brings(request)) {
            exchange.onAbort(() -> server.polls().aborted(sid, exchange));
            server.polls().data(sid, exchange, body);
        } else {
            exchange.refuse(EngineError.BAD_REQUEST);
        }
    }

    private void open(Exchange exchange, Map<String, List<String>> query) {
        HandshakeInfo handshake = handshake(exchange, query);
        HttpSettings now = settings.get();
        EngineError full =
                server.reserve(
                        handshake.remoteAddress(),
                        now.maxConnections(),
                        now.maxConnectionsPerAddress());
        if (full != null) {
            server.notices().note("Connection refused: " + full.text(), remote(exchange));
            exchange.refuse(full);
        } else if (wantsWebSocket(exchange.request().headers())) {
            webSockets.open(exchange, handshake);
        } else {
            server.openPolling(exchange.context().channel().eventLoop(), handshake, exchange);
        }
    }

    /** Whether it brings packets. Binary bodies are Engine.IO 3. */
    private static boolean brings(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && !"application/octet-stream"
                        .equals(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
    }

    private static boolean wantsWebSocket(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private InetSocketAddress remote(Exchange exchange) {
        return Forwarded.client(
                exchange.request().headers(),
                ProxyProtocol.client(exchange.context().channel()),
                settings.get().trustedProxies());
    }

    private boolean secure(Exchange exchange) {
        Channel channel = exchange.context().channel();
        return Forwarded.secure(
                exchange.request().headers(),
                (InetSocketAddress) channel.remoteAddress(),
                settings.get().trustedProxies(),
                channel.pipeline().get(SslHandler.class) != null);
    }

    private HandshakeInfo handshake(Exchange exchange, Map<String, List<String>> query) {
        return new HandshakeInfo(
                query,
                new HeaderMap(exchange.request().headers()),
                remote(exchange),
                secure(exchange),
                Instant.now());
    }

    private static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null || values.get(0).isEmpty() ? null : values.get(0);
    }

    private static void preflight(Exchange exchange) {
        FullHttpResponse response =
                HttpConnection.response(HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        String wanted =
                exchange.request().headers().get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        response.headers()
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST,OPTIONS")
                .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        if (wanted != null && wanted.matches("[A-Za-z0-9, -]{1,1000}")) {
            response.headers().set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
        }
        exchange.send(response);
    }
}
