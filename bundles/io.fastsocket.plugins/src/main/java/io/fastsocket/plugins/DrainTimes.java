package io.fastsocket.plugins;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a revision that goes out of service may take to end its events. Immutable.
 *
 * @param all for all plugins
 * @param plugins for those for which it is otherwise, by symbolic name
 */
record DrainTimes(Duration all, Map<String, Duration> plugins) {

    /**
     * Reads the settings.
     *
     * @param properties of the component
     * @throws IllegalArgumentException naming file, key, value and what is allowed
     */
    static DrainTimes of(Map<String, ?> properties) {
        Duration all = millis(OwnSettings.DRAIN_TIME, properties.get(OwnSettings.DRAIN_TIME));
        Map<String, Duration> own = new HashMap<>();
        OwnSettings.of(properties)
                .forEach(
                        (plugin, values) -> {
                            String value = values.get(OwnSettings.DRAIN_TIME);
                            if (value != null) {
                                String key = OwnSettings.key(plugin, OwnSettings.DRAIN_TIME);
                                own.put(plugin, millis(key, value));
                            }
                        });
        return new DrainTimes(all, Map.copyOf(own));
    }

    private static Duration millis(String key, Object value) {
        return Duration.ofMillis(Settings.number(key, value, 0, 3_600_000));
    }

    /** For a plugin. */
    Duration of(String plugin) {
        return plugins.getOrDefault(plugin, all);
    }
}
