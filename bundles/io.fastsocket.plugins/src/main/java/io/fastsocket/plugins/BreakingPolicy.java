package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is done about changes of contracts, and for which plugins it is otherwise. Immutable.
 *
 * @param all for all plugins
 * @param plugins by symbolic name
 */
record BreakingPolicy(Modes all, Map<String, Modes> plugins) {

    private static final String BREAKING = "breaking";
    private static final String UNCLEAR = "unclear";

    /** What is done about changes that break, and about those of which that is unclear. */
    record Modes(BreakingMode breaking, BreakingMode unclear) {

        /** Whether nothing is to be looked at. */
        boolean off() {
            return breaking == BreakingMode.OFF && unclear == BreakingMode.OFF;
        }

        private BreakingMode of(Impact impact) {
            return switch (impact) {
                case BREAKING -> breaking;
                case UNCLEAR -> unclear;
                case COMPATIBLE -> BreakingMode.OFF;
            };
        }

        /** Those about which that is to be done. */
        List<Change> with(BreakingMode mode, List<Change> changes) {
            return changes.stream().filter(change -> of(change.impact()) == mode).toList();
        }
    }

    /**
     * Reads the settings.
     *
     * @param properties of the component: texts, the plugins perhaps as an array
     * @throws IllegalArgumentException naming file, key, value and what is allowed
     */
    static BreakingPolicy of(Map<String, ?> properties) {
        Modes all =
                new Modes(
                        mode(BREAKING, properties.get(BREAKING)),
                        mode(UNCLEAR, properties.get(UNCLEAR)));
        Map<String, Modes> own = new HashMap<>();
        for (String entry : plugins(properties.get("plugins")).split(",")) {
            if (!entry.isBlank()) {
                String[] words = entry.strip().split("\\s+");
                own.put(words[0], own(words, all));
            }
        }
        return new BreakingPolicy(all, Map.copyOf(own));
    }

    private static String plugins(Object value) {
        return switch (value) {
            case null -> "";
            case String[] several -> String.join(",", several);
            default -> value.toString();
        };
    }

    private static Modes own(String[] words, Modes all) {
        Map<Impact, BreakingMode> modes = new EnumMap<>(Impact.class);
        for (int i = 1; i < words.length; i++) {
            String[] setting = words[i].split("=", 2);
            Impact impact =
                    switch (setting[0]) {
                        case BREAKING -> Impact.BREAKING;
                        case UNCLEAR -> Impact.UNCLEAR;
                        default -> throw wrong("plugins", words, "has " + words[i] + " in it");
                    };
            String value = setting.length == 2 ? setting[1] : "";
            modes.put(impact, mode("plugins: " + words[0] + " " + setting[0], value));
        }
        if (modes.isEmpty()) {
            throw wrong("plugins", words, "has nothing after it");
        }
        return new Modes(
                modes.getOrDefault(Impact.BREAKING, all.breaking()),
                modes.getOrDefault(Impact.UNCLEAR, all.unclear()));
    }

    private static IllegalArgumentException wrong(String key, String[] words, String what) {
        return new IllegalArgumentException(
                "etc/%s.cfg: %s: %s needs breaking=MODE, unclear=MODE or both after it, and %s"
                        .formatted(Deployer.PID, key, words[0], what));
    }

    private static BreakingMode mode(String key, Object value) {
        String word = String.valueOf(value).strip();
        try {
            return BreakingMode.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "etc/%s.cfg: %s = %s: must be refuse, warn or off"
                            .formatted(Deployer.PID, key, word),
                    e);
        }
    }

    /** For a plugin. */
    Modes of(String plugin) {
        return plugins.getOrDefault(plugin, all);
    }
}
