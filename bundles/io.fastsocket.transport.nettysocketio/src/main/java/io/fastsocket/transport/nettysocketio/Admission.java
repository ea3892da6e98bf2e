package io.fastsocket.transport.nettysocketio;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.http.Forwarded;
import io.fastsocket.transport.http.HeaderMap;
import io.fastsocket.transport.http.RequestCheck;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslHandler;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A request before the library sees it: whether it may, and what of it. */
final class Admission {

    private final Hub hub;
    private final Channel channel;
    private final FullHttpRequest request;
    private final EngineSettings settings;
    private Map<String, List<String>> query = Map.of();

    Admission(Hub hub, Channel channel, FullHttpRequest request) {
        this.hub = hub;
        this.channel = channel;
        this.request = request;
        settings = hub.settings().engine();
    }

    private InetSocketAddress peer() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    private InetSocketAddress client() {
        return Forwarded.client(request.headers(), peer(), hub.settings().trustedProxies());
    }

    /** Null if it may pass, else why not. */
    EngineError check() {
        if (request.decoderResult().isFailure() || peer() == null) {
            return EngineError.BAD_REQUEST;
        }
        Forwarded.restoreHost(request.headers(), peer(), hub.settings().trustedProxies());
        String refusal = hub.origins().refusal(request.headers(), settings);
        if (refusal != null) {
            hub.notices().note("Request refused: " + refusal, client());
            return EngineError.FORBIDDEN;
        }
        try {
            if (!new QueryStringDecoder(request.uri()).path().equals(settings.path())) {
                return EngineError.BAD_REQUEST;
            }
            query = RequestCheck.query(request);
        } catch (IllegalArgumentException e) {
            return EngineError.BAD_REQUEST;
        }
        return preflight() ? null : verify();
    }

    private EngineError verify() {
        EngineError error = RequestCheck.verify(request, query, hub::knows);
        if (error != null && "3".equals(RequestCheck.first(query, "EIO"))) {
            hub.notices().note("Request refused: " + RequestCheck.VERSION_3, client());
        }
        if (error == null && !get() && !RequestCheck.brings(request)) {
            return EngineError.BAD_REQUEST;
        }
        return error;
    }

    /** What {@code Access-Control-Allow-Origin} says; null to who sends no Origin or may not. */
    String origin() {
        boolean answered =
                request.headers().contains(HttpHeaderNames.ORIGIN)
                        && hub.origins().refusal(request.headers(), settings) == null;
        return answered ? hub.origins().answer(request.headers(), settings) : null;
    }

    boolean preflight() {
        return request.method().equals(HttpMethod.OPTIONS)
                && hub.origins().refusal(request.headers(), settings) == null;
    }

    boolean get() {
        return request.method().equals(HttpMethod.GET);
    }

    /** The session it names, or null. */
    String sid() {
        return RequestCheck.first(query, "sid");
    }

    boolean webSocket() {
        return RequestCheck.wantsWebSocket(request.headers());
    }

    /** The request with those parameters alone that the library needs. */
    FullHttpRequest forLibrary() {
        String sid = sid();
        return request.setUri(
                settings.path()
                        + "?EIO=4&transport="
                        + (webSocket() ? "websocket" : "polling")
                        + (sid == null ? "" : "&sid=" + sid));
    }

    HandshakeInfo handshake() {
        boolean tls = channel.pipeline().get(SslHandler.class) != null;
        return new HandshakeInfo(
                query,
                new HeaderMap(request.headers()),
                client(),
                Forwarded.secure(request.headers(), peer(), hub.settings().trustedProxies(), tls),
                Instant.now());
    }
}
