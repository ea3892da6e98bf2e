package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineSettings;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

import java.util.Locale;

/**
 * Which web pages may connect: those from the server's own host, whatever their port, and those
 * configured. Who sends no Origin is no browser, and may.
 */
final class Origins {

    private Origins() {}

    static boolean admitted(HttpHeaders headers, EngineSettings settings) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin == null) {
            return true;
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        if (settings.allowedOrigins().contains(lower)) {
            return true;
        }
        int scheme = lower.indexOf("://");
        String host = headers.get(HttpHeaderNames.HOST);
        return scheme > 0
                && host != null
                && !host.isEmpty()
                && withoutPort(lower.substring(scheme + 3))
                        .equals(withoutPort(host.toLowerCase(Locale.ROOT)));
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        // The colons inside [::1] are no port's.
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
