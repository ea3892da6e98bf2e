package io.fastsocket.registry.streams;

import java.time.Duration;

/** How long a stream that fails again and again waits before it begins anew. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** After so long without an error, one is the first again. */
    private static final Duration GOOD = Duration.ofMinutes(1);

    private Duration pause = FIRST;
    private long count;

    /** Before the next attempt, after one that took so many nanoseconds. */
    synchronized Duration next(long nanos) {
        if (nanos >= GOOD.toNanos()) {
            pause = FIRST;
        }
        count++;
        Duration now = pause;
        Duration twice = now.multipliedBy(2);
        pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    /** How many attempts have failed. */
    synchronized long count() {
        return count;
    }
}
