package io.fastsocket.registry.isolation;

import java.util.Arrays;
import java.util.Optional;

/** What may be limited for one plugin: key in the configuration, range and default. */
public enum Limit {
    /** How long a handler may take if it does not say itself, in milliseconds; 0 for no limit. */
    HANDLER_TIMEOUT("handlerTimeout", 0, 86_400_000, 30_000),
    /** How many calls may go on past their time limit before no more are begun. */
    OVERRUN_LIMIT("overrunLimit", 1, 1_000_000, 2),
    /** How many calls may be under way at once. */
    CONCURRENT_LIMIT("concurrentLimit", 1, 1_000_000, 10_000),
    /** How many events may wait for a call to end. */
    WAIT_LIMIT("waitLimit", 0, 10_000_000, 10_000),
    /** How long each of them may wait, in milliseconds. */
    WAIT_TIME("waitTime", 0, 600_000, 5000),
    /** How many of a hundred calls may fail before the breaker opens; 0 for no breaker. */
    BREAKER_ERRORS("breakerErrors", 0, 100, 50),
    /** Of how many calls at least. */
    BREAKER_CALLS("breakerCalls", 1, 1_000_000, 20),
    /** Within how many milliseconds from a failure on. */
    BREAKER_WINDOW("breakerWindow", 100, 3_600_000, 10_000),
    /** How many milliseconds the breaker stays open. */
    BREAKER_PAUSE("breakerPause", 10, 3_600_000, 5000),
    /** How many calls are let through then, all of which are to succeed. */
    BREAKER_PROBES("breakerProbes", 1, 1000, 3),
    /** How many events may be sent in a second, beyond a few for each handled; 0 for any number. */
    EMIT_LIMIT("emitLimit", 0, 10_000_000, 10_000),
    /** How many megabytes computing calls may allocate in a second; 0 for any number. */
    ALLOCATION_LIMIT("allocationLimit", 0, 1_000_000, 1000);

    private final String key;
    private final long min;
    private final long max;
    private final long byDefault;

    Limit(String key, long min, long max, long byDefault) {
        this.key = key;
        this.min = min;
        this.max = max;
        this.byDefault = byDefault;
    }

    /** Its key in {@code etc/io.fastsocket.registry.cfg}. */
    public String key() {
        return key;
    }

    /** The least that may be configured. */
    public long min() {
        return min;
    }

    /** The most that may be configured. */
    public long max() {
        return max;
    }

    /** What it is if nothing is configured. */
    public long byDefault() {
        return byDefault;
    }

    /** The limit of this key, if there is one. */
    public static Optional<Limit> of(String key) {
        return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
    }
}
