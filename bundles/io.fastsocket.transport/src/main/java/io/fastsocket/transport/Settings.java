package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.socketio.SocketIoSettings;
import io.netty.util.internal.PlatformDependent;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration, checked.
 *
 * @param engine for Engine.IO
 * @param socketIo for Socket.IO
 * @param eventLoops threads that serve connections; 0 for one a processor
 */
record Settings(EngineSettings engine, SocketIoSettings socketIo, int eventLoops) {

    /**
     * Reads the configuration.
     *
     * @param values as Config Admin gives them: numbers, or text from a file
     * @throws IllegalArgumentException naming the file, the key, the value and what is allowed
     */
    static Settings of(Map<String, ?> values) {
        int maxPayload = number(values, "maxPayload", 1_000, 100_000_000);
        return new Settings(
                new EngineSettings(
                        path(values),
                        number(values, "pingInterval", 100, 3_600_000),
                        number(values, "pingTimeout", 100, 3_600_000),
                        maxPayload,
                        budget(values, "inboundBudget", 8, maxPayload + 65_536L),
                        budget(values, "outboundBudget", 4, 0),
                        number(values, "upgradeTimeout", 100, 600_000),
                        number(values, "outboundLimit", 65_536, 1_000_000_000),
                        origins(values),
                        hosts(values)),
                new SocketIoSettings(
                        number(values, "connectTimeout", 100, 600_000),
                        number(values, "maxAttachments", 0, 1_000),
                        number(values, "maxNamespaces", 1, 10_000)),
                number(values, "eventLoops", 0, 256));
    }

    /** A budget of bytes; 0 stands for a share of the memory outside the heap. */
    private static long budget(Map<String, ?> values, String key, int share, long least) {
        long set = number(values, key, 0, 2_000_000_000);
        if (set > 0 && set < 65_536) {
            throw bad(key, Long.toString(set), "0, or from 65536 to 2000000000", null);
        }
        return Math.max(set == 0 ? PlatformDependent.maxDirectMemory() / share : set, least);
    }

    private static int number(Map<String, ?> values, String key, int least, int most) {
        Object value = values.get(key);
        String text = String.valueOf(value).strip();
        try {
            long n = Long.parseLong(text);
            if (n >= least && n <= most) {
                return (int) n;
            }
        } catch (NumberFormatException e) {
            throw bad(key, text, "a whole number from " + least + " to " + most, e);
        }
        throw bad(key, text, "a whole number from " + least + " to " + most, null);
    }

    private static String path(Map<String, ?> values) {
        String path = String.valueOf(values.get("path")).strip();
        if (!path.matches("/([A-Za-z0-9._~-]+/)+")) {
            throw bad("path", path, "a path that begins and ends with a slash", null);
        }
        return path;
    }

    private static Set<String> origins(Map<String, ?> values) {
        Set<String> origins = list(values, "allowedOrigins");
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("[a-z][a-z0-9+.-]*://[^/,]+")) {
                throw bad(
                        "allowedOrigins",
                        origin,
                        "origins such as https://example.org, or *",
                        null);
            }
        }
        return origins;
    }

    /** Those named, and those of the pages that may connect. */
    private static Set<String> hosts(Map<String, ?> values) {
        Set<String> hosts = new HashSet<>(list(values, "allowedHosts"));
        for (String host : hosts) {
            if (!host.matches("[^/:,*]+|\\[[0-9a-f:]+]")) {
                throw bad("allowedHosts", host, "names such as example.org, without port", null);
            }
        }
        for (String origin : list(values, "allowedOrigins")) {
            hosts.add(origin.replaceFirst("^.*://", "").replaceFirst(":\\d+$", ""));
        }
        return Set.copyOf(hosts);
    }

    private static Set<String> list(Map<String, ?> values, String key) {
        Object value = values.get(key);
        Stream<String> each =
                switch (value) {
                    case null -> Stream.of();
                    case String[] several -> Arrays.stream(several);
                    case Collection<?> several -> several.stream().map(String::valueOf);
                    default -> Arrays.stream(value.toString().split(",", -1));
                };
        return each.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static IllegalArgumentException bad(
            String key, String value, String allowed, Throwable cause) {
        return new IllegalArgumentException(
                "etc/%s.cfg: %s = %s is not allowed; it must be %s"
                        .formatted(Transport.PID, key, value, allowed),
                cause);
    }
}
