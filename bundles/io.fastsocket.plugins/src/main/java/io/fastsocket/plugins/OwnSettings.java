package io.fastsocket.plugins;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the setting {@code plugins} says of single plugins. */
final class OwnSettings {

    static final String BREAKING = "breaking";
    static final String UNCLEAR = "unclear";
    static final String DRAIN_TIME = "drainTime";

    private static final List<String> KEYS = List.of(BREAKING, UNCLEAR, DRAIN_TIME);

    private OwnSettings() {}

    /**
     * Values by key, by symbolic name.
     *
     * @param properties of the component; the plugins are a text, or perhaps an array
     * @throws IllegalArgumentException naming file, plugin and what is wrong
     */
    static Map<String, Map<String, String>> of(Map<String, ?> properties) {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (String entry : text(properties.get("plugins")).split(",")) {
            if (!entry.isBlank()) {
                String[] words = entry.strip().split("\\s+");
                all.put(words[0], values(words));
            }
        }
        return all;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String[] several -> String.join(",", several);
            default -> value.toString();
        };
    }

    private static Map<String, String> values(String[] words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] setting = words[i].split("=", 2);
            if (!KEYS.contains(setting[0])) {
                throw wrong(words[0], "has " + words[i] + " in it");
            }
            values.put(setting[0], setting.length == 2 ? setting[1] : "");
        }
        if (values.isEmpty()) {
            throw wrong(words[0], "has nothing after it");
        }
        return values;
    }

    private static IllegalArgumentException wrong(String plugin, String what) {
        return new IllegalArgumentException(
                "etc/%s.cfg: plugins: %s needs breaking=MODE, unclear=MODE, drainTime=MILLISECONDS or"
                                .formatted(Deployer.PID, plugin)
                        + " several of them after it, and "
                        + what);
    }

    /** How messages name a value of it. */
    static String key(String plugin, String key) {
        return "plugins: " + plugin + " " + key;
    }
}
