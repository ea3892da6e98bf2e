package io.fastsocket.transport.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The browser's client script, from the bundle, where the build has put it if it could. */
final class StaticClient {

    private static final Set<String> FILES =
            Set.of(
                    "socket.io.js",
                    "socket.io.js.map",
                    "socket.io.min.js",
                    "socket.io.min.js.map",
                    "socket.io.esm.min.js",
                    "socket.io.esm.min.js.map");

    private static final String MISSING =
            "The Socket.IO client was not built into this server. Build it where Node and npm are"
                    + " installed, or load the npm package socket.io-client from elsewhere.\n";

    private final Map<String, Optional<Script>> scripts = new ConcurrentHashMap<>();

    private record Script(byte[] bytes, String tag) {}

    boolean serves(String file) {
        return FILES.contains(file);
    }

    void serve(Exchange exchange, String file) {
        boolean head = exchange.request().method().equals(HttpMethod.HEAD);
        if (!head && !exchange.request().method().equals(HttpMethod.GET)) {
            exchange.text(
                    HttpResponseStatus.METHOD_NOT_ALLOWED, "text/plain", "GET or HEAD only\n");
            return;
        }
        Optional<Script> script = scripts.computeIfAbsent(file, StaticClient::load);
        if (script.isEmpty()) {
            exchange.text(HttpResponseStatus.NOT_FOUND, "text/plain; charset=UTF-8", MISSING);
        } else {
            send(exchange, file, script.get(), head);
        }
    }

    private static void send(Exchange exchange, String file, Script script, boolean head) {
        boolean known =
                script.tag()
                        .equals(exchange.request().headers().get(HttpHeaderNames.IF_NONE_MATCH));
        FullHttpResponse response =
                HttpConnection.response(
                        known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                        known || head
                                ? Unpooled.EMPTY_BUFFER
                                : Unpooled.wrappedBuffer(script.bytes()));
        if (!known) {
            response.headers()
                    .set(
                            HttpHeaderNames.CONTENT_TYPE,
                            file.endsWith(".map")
                                    ? "application/json; charset=UTF-8"
                                    : "application/javascript; charset=UTF-8")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, script.bytes().length);
        }
        response.headers()
                .set(HttpHeaderNames.ETAG, script.tag())
                .set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=0");
        exchange.send(response);
    }

    private static Optional<Script> load(String file) {
        try (InputStream in = StaticClient.class.getResourceAsStream("/client/" + file)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Optional.of(
                    new Script(bytes, '"' + HexFormat.of().formatHex(hash, 0, 12) + '"'));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " from the bundle", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
