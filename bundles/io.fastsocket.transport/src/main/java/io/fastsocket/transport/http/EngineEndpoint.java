package io.fastsocket.transport.http;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.EngineServer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Engine.IO's requests: checked in the reference server's order, then passed on. */
final class EngineEndpoint {

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
        if (origins.refusal(request.headers(), server.settings()) != null
                || !RequestCheck.brings(request)) {
            return false;
        }
        try {
            return verify(request, RequestCheck.query(request)) == null;
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
            query = RequestCheck.query(request);
        } catch (IllegalArgumentException e) {
            exchange.refuse(EngineError.BAD_REQUEST);
            return;
        }
        EngineError error = verify(request, query);
        if (error != null) {
            if ("3".equals(RequestCheck.first(query, "EIO"))) {
                server.notices()
                        .note("Request refused: " + RequestCheck.VERSION_3, remote(exchange));
            }
            exchange.refuse(error);
        } else if (exchange.withoutBody()) {
            exchange.refuse(EngineError.BAD_REQUEST);
        } else {
            pass(exchange, query, body);
        }
    }

    private EngineError verify(HttpRequest request, Map<String, List<String>> query) {
        return RequestCheck.verify(request, query, server::knows);
    }

    private void pass(Exchange exchange, Map<String, List<String>> query, byte[] body) {
        HttpRequest request = exchange.request();
        String sid = RequestCheck.first(query, "sid");
        if (sid == null) {
            open(exchange, query);
        } else if (RequestCheck.wantsWebSocket(request.headers())) {
            webSockets.upgrade(exchange, sid);
        } else if (request.method().equals(HttpMethod.GET)) {
            exchange.onAbort(() -> server.polls().aborted(sid, exchange));
            server.polls().poll(sid, exchange);
        } else if (RequestCheck.brings(request)) {
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
        } else if (RequestCheck.wantsWebSocket(exchange.request().headers())) {
            webSockets.open(exchange, handshake);
        } else {
            server.openPolling(exchange.context().channel().eventLoop(), handshake, exchange);
        }
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

    private static void preflight(Exchange exchange) {
        FullHttpResponse response =
                HttpConnection.response(HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        RequestCheck.preflight(exchange.request().headers(), response.headers());
        exchange.send(response);
    }
}
