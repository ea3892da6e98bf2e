package io.fastsocket.transport.service;

import io.fastsocket.transport.http.Networks;
import io.fastsocket.transport.socketio.SocketIoSettings;
import io.netty.util.internal.PlatformDependent;

import java.util.HashSet;
import java.util.Set;

/** Settings that every engine has, whatever brings its messages; checked. */
public final class CommonSettings {

    private CommonSettings() {}

    /**
     * What Socket.IO can be told.
     *
     * @param from the configuration
     * @return checked
     */
    public static SocketIoSettings socketIo(Values from) {
        return new SocketIoSettings(
                from.number("connectTimeout", 100, 600_000),
                from.number("maxAttachments", 0, 1_000),
                from.number("maxDepth", 1, 512),
                from.number("maxNamespaces", 1, 10_000),
                from.number("maxRooms", 0, 1_000_000),
                from.number("eventRate", 0, 10_000_000),
                from.number("eventBurst", 1, 10_000_000));
    }

    /**
     * Proxies that are believed.
     *
     * @param from the configuration
     * @return none, unless set
     */
    public static Networks trustedProxies(Values from) {
        try {
            return new Networks(from.list("trustedProxies"));
        } catch (IllegalArgumentException e) {
            throw from.bad(
                    "trustedProxies",
                    e.getMessage(),
                    "addresses such as 10.0.0.7, or networks such as 10.0.0.0/8",
                    e);
        }
    }

    /**
     * A budget of bytes.
     *
     * @param from the configuration
     * @param key its key; 0 stands for a share of the memory outside the heap
     * @param share which part of that
     * @param least what it is at least
     * @return bytes
     */
    public static long budget(Values from, String key, int share, long least) {
        long set = from.number(key, 0, 2_000_000_000);
        if (set > 0 && set < 65_536) {
            throw from.bad(key, Long.toString(set), "0, or from 65536 to 2000000000", null);
        }
        return Math.max(set == 0 ? PlatformDependent.maxDirectMemory() / share : set, least);
    }

    /**
     * Pages that may connect beside the server's own.
     *
     * @param from the configuration
     * @return origins in lower case, or {@code *}
     */
    public static Set<String> origins(Values from) {
        Set<String> origins = from.list("allowedOrigins");
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("[a-z][a-z0-9+.-]*://[^/,]+")) {
                throw from.bad(
                        "allowedOrigins",
                        origin,
                        "origins such as https://example.org, or *",
                        null);
            }
        }
        return origins;
    }

    /**
     * Names that a server on a loopback address may be called by: those set, and those of the pages
     * that may connect.
     *
     * @param from the configuration
     * @return in lower case
     */
    public static Set<String> hosts(Values from) {
        Set<String> hosts = new HashSet<>(from.list("allowedHosts"));
        for (String host : hosts) {
            if (!host.matches("[^/:,*]+|\\[[0-9a-f:]+]")) {
                throw from.bad(
                        "allowedHosts", host, "names such as example.org, without port", null);
            }
        }
        for (String origin : from.list("allowedOrigins")) {
            hosts.add(origin.replaceFirst("^.*://", "").replaceFirst(":\\d+$", ""));
        }
        return Set.copyOf(hosts);
    }
}
