package io.fastsocket.registry.isolation;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one plugin may take of the server. Immutable. */
public final class Limits {

    /** The documented defaults. */
    public static final Limits DEFAULTS = new Limits(new EnumMap<>(Limit.class));

    private final Map<Limit, Long> values;

    private Limits(Map<Limit, Long> values) {
        this.values = values;
        for (Limit limit : Limit.values()) {
            values.putIfAbsent(limit, limit.byDefault());
        }
    }

    /**
     * The same with one limit changed.
     *
     * @param limit which
     * @param value in its unit
     * @return a copy
     * @throws IllegalArgumentException if the value is out of range
     */
    public Limits with(Limit limit, long value) {
        if (value < limit.min() || value > limit.max()) {
            throw new IllegalArgumentException(
                    "%s must be a number from %d to %d: is %d"
                            .formatted(limit.key(), limit.min(), limit.max(), value));
        }
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** A limit, in its unit. */
    public long get(Limit limit) {
        return values.get(limit);
    }

    /** The same, in nanoseconds; for limits that are in milliseconds. */
    public long nanos(Limit limit) {
        return TimeUnit.MILLISECONDS.toNanos(get(limit));
    }
}
