package io.fastsocket.registry.demand;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of events that come when a client has not asked for any more. */
enum Policy {
    /** The newest waits, alone. */
    LATEST,
    /** The newest waits, and no two are sent within an interval. */
    SAMPLE,
    /** They are left out. */
    DROP;

    /** As clients write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Policy> of(String text) {
        return Stream.of(values()).filter(policy -> policy.toString().equals(text)).findFirst();
    }
}
