package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineSettings;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

import java.util.Locale;

/**
 * Which web pages may connect: those from the server's own host, whatever their port, and those
 * configured. Who sends no Origin is no browser, and may.
 *
 * <p>A page whose name was made to point here (DNS rebinding) comes from the server's own host as
 * far as the browser knows. On a loopback address nobody calls the server by other names than those
 * of the machine itself, so there any other name has to be configured.
 */
public final class Origins {

    private static final String ANY = "*";

    private final boolean loopback;

    /**
     * The rules for an address.
     *
     * @param loopback whether the server listens on a loopback address
     */
    public Origins(boolean loopback) {
        this.loopback = loopback;
    }

    /**
     * Whether a request may come in.
     *
     * @param headers its headers
     * @param settings say who else may
     * @return null if it may, else why not
     */
    public String refusal(HttpHeaders headers, EngineSettings settings) {
        String host = host(headers);
        if (loopback && host != null && !isLocal(host) && !settings.allowedHosts().contains(host)) {
            return "its Host is no loopback name and not in allowedHosts";
        }
        String origin = origin(headers);
        if (origin == null
                || settings.allowedOrigins().contains(origin)
                || settings.allowedOrigins().contains(ANY)
                || isOwn(origin, host)) {
            return null;
        }
        return "its Origin is another host and not in allowedOrigins";
    }

    /**
     * What {@code Access-Control-Allow-Origin} says to an origin that may.
     *
     * @param headers the request's, with an Origin
     * @param settings say who else may
     * @return the origin or {@code *}
     */
    public String answer(HttpHeaders headers, EngineSettings settings) {
        String origin = origin(headers);
        return settings.allowedOrigins().contains(origin) || isOwn(origin, host(headers))
                ? headers.get(HttpHeaderNames.ORIGIN)
                : ANY;
    }

    /**
     * Whether a browser may send cookies with what is answered so.
     *
     * @param answer the origin or {@code *}
     * @return false for {@code *}
     */
    public static boolean credentials(String answer) {
        return !answer.equals(ANY);
    }

    private static boolean isOwn(String origin, String host) {
        int scheme = origin.indexOf("://");
        if (scheme <= 0 || host == null) {
            return false;
        }
        String from = withoutPort(origin.substring(scheme + 3));
        return from.equals(host) || (isLocal(from) && isLocal(host));
    }

    private static String origin(HttpHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        return origin == null ? null : origin.toLowerCase(Locale.ROOT);
    }

    private static String host(HttpHeaders headers) {
        String host = headers.get(HttpHeaderNames.HOST);
        return host == null || host.isBlank() ? null : withoutPort(host.toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        // The colons inside [::1] are no port's.
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /** A name that browsers resolve to this machine alone (RFC 6761 §6.3), or its addresses. */
    private static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
