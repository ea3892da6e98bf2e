package io.fastsocket.transport.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What proxies say of a request in {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. Each
 * adds to the end of what it was given, so only what trusted ones have added counts: the client is
 * the last address that is not a trusted one.
 */
public final class Forwarded {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private Forwarded() {}

    /**
     * Who has sent a request.
     *
     * @param headers the request's
     * @param from the address that it came from
     * @param trusted proxies that are believed
     * @return that address, unless it is trusted
     */
    public static InetSocketAddress client(
            HttpHeaders headers, InetSocketAddress from, Networks trusted) {
        if (!trusted.contains(from.getAddress()) || !headers.contains(FOR)) {
            return from;
        }
        String[] hops = String.join(",", headers.getAll(FOR)).split(",", -1);
        InetSocketAddress client = from;
        for (int i = hops.length - 1; i >= 0 && trusted.contains(client.getAddress()); i--) {
            InetAddress hop = address(hops[i].strip());
            if (hop == null) {
                break;
            }
            client = new InetSocketAddress(hop, 0);
        }
        return client;
    }

    /** With or without a port; null if it is none. Never asks a name service. */
    private static InetAddress address(String text) {
        String bare = text;
        if (text.startsWith("[")) {
            bare = text.replaceFirst("^\\[([^]]*)](:\\d+)?$", "$1");
        } else if (text.indexOf(':') == text.lastIndexOf(':')) {
            bare = text.replaceFirst(":\\d+$", "");
        }
        return NetUtil.createInetAddressFromIpAddressString(bare);
    }

    /**
     * Whether the client speaks TLS.
     *
     * @param headers the request's
     * @param from the address that it came from
     * @param trusted proxies that are believed
     * @param known what holds if no trusted proxy says so
     * @return what the last of them says
     */
    public static boolean secure(
            HttpHeaders headers, InetSocketAddress from, Networks trusted, boolean known) {
        String last = trusted.contains(from.getAddress()) ? last(headers, PROTO) : null;
        return last == null ? known : last.equalsIgnoreCase("https");
    }

    /**
     * Puts the name that the client called into {@code Host}, if a trusted proxy says it.
     *
     * @param headers the request's
     * @param from the address that it came from
     * @param trusted proxies that are believed
     */
    public static void restoreHost(HttpHeaders headers, InetSocketAddress from, Networks trusted) {
        String last = trusted.contains(from.getAddress()) ? last(headers, HOST) : null;
        if (last != null) {
            headers.set(HttpHeaderNames.HOST, last);
        }
    }

    private static String last(HttpHeaders headers, String name) {
        List<String> all = headers.getAll(name);
        if (all.isEmpty()) {
            return null;
        }
        String line = all.get(all.size() - 1);
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? null : last;
    }
}
