package io.fastsocket.registry.routing;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether calls of a handler compute for long, as a rule. A single one says nothing: the first call
 * of any handler loads its classes. Told by one thread, asked by any.
 */
final class Heaviness {

    private static final int AT_LEAST = 2;

    /** With fewer among more calls than these, it is not the handler's way. */
    private static final long CALLS_FOR_EACH = 20;

    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long MEMORY_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier calls;
    private volatile boolean heavy;
    private volatile int found;
    private volatile long before;
    private volatile long last;
    private long begin;

    /** For one handler; {@code calls} says how many of it have ended. */
    Heaviness(LongSupplier calls) {
        this.calls = calls;
        begin = System.nanoTime() - WINDOW_NANOS;
    }

    /** One more call has been found to compute for long. */
    void found(long nanoTime) {
        if (nanoTime - begin >= WINDOW_NANOS) {
            begin = nanoTime;
            before = calls.getAsLong();
            found = 0;
        }
        last = nanoTime;
        int now = found + 1;
        found = now;
        heavy = (heavy || now >= AT_LEAST) && often();
    }

    /** Whether its next call is to be expected to compute for long. */
    boolean now() {
        return heavy && often() && System.nanoTime() - last < MEMORY_NANOS;
    }

    private boolean often() {
        return found * CALLS_FOR_EACH >= calls.getAsLong() - before;
    }
}
