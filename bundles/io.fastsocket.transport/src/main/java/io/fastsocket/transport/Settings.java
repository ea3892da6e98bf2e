package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.socketio.SocketIoSettings;

import java.util.Arrays;
import java.util.Collection;
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
        return new Settings(
                new EngineSettings(
                        path(values),
                        number(values, "pingInterval", 100, 3_600_000),
                        number(values, "pingTimeout", 100, 3_600_000),
                        number(values, "maxPayload", 1_000, 100_000_000),
                        number(values, "bodyBudget", 65_536, 2_000_000_000),
                        number(values, "upgradeTimeout", 100, 600_000),
                        number(values, "outboundLimit", 65_536, 1_000_000_000),
                        origins(values)),
                new SocketIoSettings(
                        number(values, "connectTimeout", 100, 600_000),
                        number(values, "maxAttachments", 0, 1_000),
                        number(values, "maxNamespaces", 1, 10_000)),
                number(values, "eventLoops", 0, 256));
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
        Object value = values.get("allowedOrigins");
        Stream<String> each =
                switch (value) {
                    case null -> Stream.of();
                    case String[] several -> Arrays.stream(several);
                    case Collection<?> several -> several.stream().map(String::valueOf);
                    default -> Arrays.stream(value.toString().split(",", -1));
                };
        Set<String> origins =
                each.map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        for (String origin : origins) {
            if (!origin.matches("[a-z][a-z0-9+.-]*://[^/,]+")) {
                throw bad("allowedOrigins", origin, "origins such as https://example.org", null);
            }
        }
        return origins;
    }

    private static IllegalArgumentException bad(
            String key, String value, String allowed, Throwable cause) {
        return new IllegalArgumentException(
                "etc/%s.cfg: %s = %s is not allowed; it must be %s"
                        .formatted(Transport.PID, key, value, allowed),
                cause);
    }
}
