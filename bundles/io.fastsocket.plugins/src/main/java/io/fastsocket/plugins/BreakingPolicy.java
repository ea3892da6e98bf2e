package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

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
                        mode(OwnSettings.BREAKING, properties.get(OwnSettings.BREAKING)),
                        mode(OwnSettings.UNCLEAR, properties.get(OwnSettings.UNCLEAR)));
        Map<String, Modes> own = new HashMap<>();
        OwnSettings.of(properties)
                .forEach((plugin, values) -> own.put(plugin, own(plugin, values, all)));
        return new BreakingPolicy(all, Map.copyOf(own));
    }

    private static Modes own(String plugin, Map<String, String> values, Modes all) {
        return new Modes(
                own(plugin, values, OwnSettings.BREAKING, all.breaking()),
                own(plugin, values, OwnSettings.UNCLEAR, all.unclear()));
    }

    private static BreakingMode own(
            String plugin, Map<String, String> values, String key, BreakingMode otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : mode(OwnSettings.key(plugin, key), value);
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
