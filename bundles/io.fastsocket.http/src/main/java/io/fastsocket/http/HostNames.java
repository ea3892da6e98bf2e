package io.fastsocket.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * By which names the server may be called. On a loopback address nobody calls it by other names
 * than those of the machine itself, unless a proxy does, whose names are configured: any other is
 * that of a page that was made to point here (DNS rebinding), and would be read by that page.
 */
final class HostNames {

    private final boolean loopback;
    private final Set<String> allowed;

    /**
     * @param listening the host that the port is bound to; null for all addresses
     * @param allowed names beside those of the machine itself
     * @throws IllegalArgumentException naming the one that is no name
     */
    HostNames(String listening, String... allowed) {
        this.loopback = isLoopback(listening);
        Set<String> names = new HashSet<>();
        for (String entry : allowed) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                names.add(checked(name));
            }
        }
        if (loopback) {
            names.add(listening.toLowerCase(Locale.ROOT));
        }
        this.allowed = Set.copyOf(names);
    }

    private static String checked(String name) {
        if (!name.matches("[^/:,*\\s]+|\\[[0-9a-f:]+]")) {
            throw new IllegalArgumentException(
                    "allowedHosts must be names such as example.org, without port: is " + name);
        }
        return name;
    }

    private static boolean isLoopback(String host) {
        try {
            return host != null
                    && !host.isBlank()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // then Jetty cannot listen there either, and says so
        }
    }

    /**
     * Whether it may be called so.
     *
     * @param authority the Host header; null if there is none: then no browser asks
     * @return whether the request is to be answered
     */
    boolean allow(String authority) {
        if (!loopback || authority == null || authority.isBlank()) {
            return true;
        }
        String host = withoutPort(authority.strip().toLowerCase(Locale.ROOT));
        return isLocal(host) || allowed.contains(host);
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
