package io.fastsocket.plugins;

import java.time.Duration;
import java.util.Map;

/** The values of {@link DeployerConfig}, checked. */
record Settings(
        Duration scanInterval,
        Duration incompleteTime,
        Duration removeGrace,
        Duration startTime,
        DrainTimes drainTimes,
        int keepRevisions,
        Duration watchTime,
        BreakingPolicy breaking,
        Duration collectTime) {

    /**
     * Reads the component's properties, which hold the defaults of {@link DeployerConfig} where the
     * file says nothing. The limits are those of the attribute definitions.
     *
     * @param properties numbers, or strings as they stand in the file
     * @throws IllegalArgumentException naming file, key, value and what is allowed
     */
    static Settings of(Map<String, ?> properties) {
        return new Settings(
                millis(properties, "scanInterval", 10, 60_000),
                millis(properties, "incompleteTime", 100, 600_000),
                millis(properties, "removeGrace", 0, 60_000),
                millis(properties, "startTime", 100, 600_000),
                DrainTimes.of(properties),
                (int) number(properties, "keepRevisions", 0, 10_000),
                millis(properties, "watchTime", 0, 3_600_000),
                BreakingPolicy.of(properties),
                millis(properties, "collectTime", 0, 3_600_000));
    }

    private static Duration millis(Map<String, ?> properties, String key, long min, long max) {
        return Duration.ofMillis(number(properties, key, min, max));
    }

    private static long number(Map<String, ?> properties, String key, long min, long max) {
        return number(key, properties.get(key), min, max);
    }

    /**
     * A number as it stands in the file.
     *
     * @throws IllegalArgumentException naming file, key, value and what is allowed
     */
    static long number(String key, Object value, long min, long max) {
        try {
            long number = Long.parseLong(String.valueOf(value).strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: the message is the same.
        }
        throw new IllegalArgumentException(
                "etc/%s.cfg: %s = %s: must be a whole number from %d to %d"
                        .formatted(Deployer.PID, key, value, min, max));
    }
}
