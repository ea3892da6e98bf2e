package io.fastsocket.registry.isolation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Has something said once a minute at most. Usable from any thread. */
final class Seldom {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    /** Whether it may be said now; then not again for a minute. */
    boolean now(long nanoTime) {
        long before = last.get();
        return nanoTime - before >= PAUSE_NANOS && last.compareAndSet(before, nanoTime);
    }
}
