package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Checks Engine.IO's requests, in the reference server's order. */
public final class RequestCheck {

    /** What a client speaks that is refused for its version, in words. */
    public static final String VERSION_3 =
            "Engine.IO 3, as socket.io-client 1 and 2 speak; from 3.0 on it speaks 4";

    private static final int MAX_PARAMETERS = 64;
    private static final String POLLING = "polling";
    private static final String WEBSOCKET = "websocket";

    private RequestCheck() {}

    /**
     * The parameters of a request.
     *
     * @param request the request
     * @return decoded, in order
     * @throws IllegalArgumentException if they cannot be decoded
     */
    public static Map<String, List<String>> query(HttpRequest request) {
        return new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8, true, MAX_PARAMETERS)
                .parameters();
    }

    /**
     * The first of a parameter's values.
     *
     * @param query the parameters
     * @param name its name
     * @return null if it is missing or empty
     */
    public static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null || values.get(0).isEmpty() ? null : values.get(0);
    }

    /**
     * Whether a request is Engine.IO's.
     *
     * @param request the request
     * @param query its parameters
     * @param known which sessions there are
     * @return null if it is, else why not
     */
    public static EngineError verify(
            HttpRequest request, Map<String, List<String>> query, Predicate<String> known) {
        String transport = first(query, "transport");
        if (!POLLING.equals(transport) && !WEBSOCKET.equals(transport)) {
            return EngineError.UNKNOWN_TRANSPORT;
        }
        String sid = first(query, "sid");
        boolean upgrade = wantsWebSocket(request.headers());
        if (sid != null && !known.test(sid)) {
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

    /**
     * Whether a request brings packets. Binary bodies are Engine.IO 3.
     *
     * @param request the request
     * @return true for a POST of text
     */
    public static boolean brings(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && !"application/octet-stream"
                        .equals(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
    }

    /**
     * Whether a request asks for a WebSocket.
     *
     * @param headers its headers
     * @return true if it is to be upgraded to one
     */
    public static boolean wantsWebSocket(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /**
     * Answers what a browser asks before it sends a request to another host.
     *
     * @param asked the request's headers
     * @param answer gets headers of its own
     */
    public static void preflight(HttpHeaders asked, HttpHeaders answer) {
        String wanted = asked.get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST,OPTIONS")
                .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        if (wanted != null && wanted.matches("[A-Za-z0-9, -]{1,1000}")) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
        }
    }
}
