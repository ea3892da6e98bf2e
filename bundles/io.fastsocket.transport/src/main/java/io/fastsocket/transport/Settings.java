package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.http.HttpDeadlines;
import io.fastsocket.transport.http.HttpSettings;
import io.fastsocket.transport.http.Networks;
import io.fastsocket.transport.socketio.SocketIoSettings;
import io.fastsocket.transport.tls.PemFiles;
import io.netty.util.internal.PlatformDependent;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The configuration, checked.
 *
 * @param http for the HTTP side
 * @param tls the files of a certificate; null for no TLS
 * @param engine for Engine.IO
 * @param socketIo for Socket.IO
 * @param stopTimeout milliseconds that events in flight have when the engine stops
 * @param disconnectOnStop whether clients are told not to come back by themselves
 * @param recoveryTime milliseconds that what clients miss is kept; 0 for not at all
 * @param recoveryBytes how much of it
 * @param eventLoops threads that serve connections; 0 for one a processor
 */
record Settings(
        HttpSettings http,
        PemFiles tls,
        EngineSettings engine,
        SocketIoSettings socketIo,
        int stopTimeout,
        boolean disconnectOnStop,
        int recoveryTime,
        int recoveryBytes,
        int eventLoops) {

    /**
     * Reads the configuration.
     *
     * @param values as Config Admin gives them: numbers, or text from a file
     * @throws IllegalArgumentException naming the file, the key, the value and what is allowed
     */
    static Settings of(Map<String, ?> values) {
        Values from = new Values(values);
        return new Settings(
                http(from),
                tls(from),
                engine(from),
                socketIo(from),
                from.number("stopTimeout", 0, 30_000),
                from.flag("disconnectOnStop"),
                from.number("recoveryTime", 0, 86_400_000),
                from.number("recoveryBytes", 65_536, 2_000_000_000),
                from.number("eventLoops", 0, 256));
    }

    private static HttpSettings http(Values from) {
        return new HttpSettings(
                new HttpDeadlines(
                        from.number("requestTimeout", 100, 600_000),
                        from.number("bodyTimeout", 100, 600_000),
                        from.number("idleTimeout", 100, 3_600_000)),
                from.number("maxHeaderSize", 1_000, 1_000_000),
                from.number("maxConnections", 0, 10_000_000),
                from.number("maxConnectionsPerAddress", 0, 10_000_000),
                trustedProxies(from),
                from.flag("proxyProtocol"),
                from.number("httpCompression", 0, 100_000_000),
                from.number("webSocketCompression", 0, 100_000_000));
    }

    private static Networks trustedProxies(Values from) {
        try {
            return new Networks(from.list("trustedProxies"));
        } catch (IllegalArgumentException e) {
            throw Values.bad(
                    "trustedProxies",
                    e.getMessage(),
                    "addresses such as 10.0.0.7, or networks such as 10.0.0.0/8",
                    e);
        }
    }

    /** Null for no TLS. */
    private static PemFiles tls(Values from) {
        String certificate = from.text("tlsCertificate");
        String key = from.text("tlsKey");
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            String missing = key.isEmpty() ? "tlsKey" : "tlsCertificate";
            throw Values.bad(missing, "", "a PEM file, since the other one is", null);
        }
        return new PemFiles(Path.of(certificate), Path.of(key));
    }

    private static EngineSettings engine(Values from) {
        int maxPayload = from.number("maxPayload", 1_000, 100_000_000);
        return new EngineSettings(
                path(from),
                from.number("pingInterval", 100, 3_600_000),
                from.number("pingTimeout", 100, 3_600_000),
                maxPayload,
                from.number("maxPackets", 1, 1_000_000),
                budget(from, "inboundBudget", 8, maxPayload + 65_536L),
                budget(from, "outboundBudget", 4, 0),
                from.number("upgradeTimeout", 100, 600_000),
                from.number("outboundLimit", 65_536, 1_000_000_000),
                origins(from),
                hosts(from));
    }

    private static SocketIoSettings socketIo(Values from) {
        return new SocketIoSettings(
                from.number("connectTimeout", 100, 600_000),
                from.number("maxAttachments", 0, 1_000),
                from.number("maxDepth", 1, 512),
                from.number("maxNamespaces", 1, 10_000),
                from.number("maxRooms", 0, 1_000_000),
                from.number("eventRate", 0, 10_000_000),
                from.number("eventBurst", 1, 10_000_000));
    }

    /** A budget of bytes; 0 stands for a share of the memory outside the heap. */
    private static long budget(Values from, String key, int share, long least) {
        long set = from.number(key, 0, 2_000_000_000);
        if (set > 0 && set < 65_536) {
            throw Values.bad(key, Long.toString(set), "0, or from 65536 to 2000000000", null);
        }
        return Math.max(set == 0 ? PlatformDependent.maxDirectMemory() / share : set, least);
    }

    private static String path(Values from) {
        String path = from.text("path");
        if (!path.matches("/([A-Za-z0-9._~-]+/)+")) {
            throw Values.bad("path", path, "a path that begins and ends with a slash", null);
        }
        return path;
    }

    private static Set<String> origins(Values from) {
        Set<String> origins = from.list("allowedOrigins");
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("[a-z][a-z0-9+.-]*://[^/,]+")) {
                throw Values.bad(
                        "allowedOrigins",
                        origin,
                        "origins such as https://example.org, or *",
                        null);
            }
        }
        return origins;
    }

    /** Those named, and those of the pages that may connect. */
    private static Set<String> hosts(Values from) {
        Set<String> hosts = new HashSet<>(from.list("allowedHosts"));
        for (String host : hosts) {
            if (!host.matches("[^/:,*]+|\\[[0-9a-f:]+]")) {
                throw Values.bad(
                        "allowedHosts", host, "names such as example.org, without port", null);
            }
        }
        for (String origin : from.list("allowedOrigins")) {
            hosts.add(origin.replaceFirst("^.*://", "").replaceFirst(":\\d+$", ""));
        }
        return Set.copyOf(hosts);
    }
}
