package io.fastsocket.http;

import io.fastsocket.spi.transport.SocketTransport;

import jakarta.servlet.ServletRequest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * Where Socket.IO is spoken, as one reader of a page can reach it.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and port, as in a URL
 * @param path what follows in the URL, beginning and ending with a slash
 */
record SocketIoAddress(String scheme, String authority, String path) {

    /** Names and addresses as in a URL; anything else in a Host header is no browser's. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    /**
     * The address under the name by which the reader came. A browser may go to another port of the
     * same name, but the server takes it for another site if the name differs.
     */
    static SocketIoAddress of(SocketTransport transport, ServletRequest request) {
        InetSocketAddress bound = transport.address();
        String host = host(bound.getAddress(), request.getServerName(), request.getLocalAddr());
        String scheme = transport.secure() ? "https" : "http";
        return new SocketIoAddress(scheme, host + ":" + bound.getPort(), transport.path());
    }

    /**
     * The name that was asked for, if the bound address is behind it: it is the one that the
     * request came in on, or stands for all.
     */
    static String host(InetAddress bound, String asked, String local) {
        String own = bound.getHostAddress();
        if (bound.isAnyLocalAddress() || own.equals(local)) {
            String name = bracketed(asked);
            if (HOST.matcher(name).matches()) {
                return name;
            }
            return bracketed(bound.isAnyLocalAddress() ? local : own);
        }
        return bracketed(own);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** What clients connect to. */
    String url() {
        return scheme + "://" + authority;
    }
}
