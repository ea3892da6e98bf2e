package io.fastsocket.registry.routing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long the calls of the last minute or two took. Each is counted in a bucket; there are eight
 * to each doubling, so that what is read is at most an eighth too much. Usable from any thread,
 * without locks; nothing is allocated but once a minute.
 */
public final class Latency {

    private static final long SPAN = Duration.ofMinutes(1).toNanos();

    /** All below 2^12 ns, 4 microseconds, is one bucket. */
    private static final int LOWEST_BITS = 12;

    /** All from 2^38 ns, four and a half minutes, on is one bucket. */
    private static final int HIGHEST_BITS = 38;

    private static final int STEP_BITS = 3;
    private static final int BUCKETS = ((HIGHEST_BITS - LOWEST_BITS) << STEP_BITS) + 2;

    /** The calls of one minute, and those of the minute before. */
    private record Window(long begin, AtomicIntegerArray counts, AtomicIntegerArray before) {}

    private final AtomicReference<Window> current;

    /** Begins to count, at a time as {@link System#nanoTime()} tells it. */
    Latency(long now) {
        current = new AtomicReference<>(new Window(now, new AtomicIntegerArray(BUCKETS), null));
    }

    /**
     * Counts a call.
     *
     * @param nanos how long it took
     * @param now when it ended, in {@link System#nanoTime()}
     */
    public void record(long nanos, long now) {
        window(now).counts().getAndIncrement(bucket(nanos));
    }

    /** The window of this time; a new one if the last has lasted long enough. */
    private Window window(long now) {
        Window window = current.get();
        long age = now - window.begin();
        if (age < SPAN) {
            return window;
        }
        AtomicIntegerArray before = age < 2 * SPAN ? window.counts() : null;
        Window next = new Window(now, new AtomicIntegerArray(BUCKETS), before);
        return current.compareAndSet(window, next) ? next : current.get();
    }

    /**
     * What 99 of 100 calls took at most.
     *
     * @param now in {@link System#nanoTime()}
     * @return zero without calls
     */
    public Duration p99(long now) {
        Window window = window(now);
        int[] counts = new int[BUCKETS];
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int before = window.before() == null ? 0 : window.before().get(i);
            counts[i] = window.counts().get(i) + before;
            total += counts[i];
        }
        long above = total / 100;
        for (int i = BUCKETS - 1; i >= 0; i--) {
            above -= counts[i];
            if (above < 0) {
                return Duration.ofNanos(upperBound(i));
            }
        }
        return Duration.ZERO;
    }

    /**
     * How many calls took longer.
     *
     * @param than how long; what is longer by less than an eighth may be left out
     * @param now in {@link System#nanoTime()}
     * @return the number
     */
    public long slower(Duration than, long now) {
        return count(bucket(than.toNanos()) + 1, now);
    }

    /** How many calls there were. */
    public long count(long now) {
        return count(0, now);
    }

    private long count(int from, long now) {
        Window window = window(now);
        long total = 0;
        for (int i = from; i < BUCKETS; i++) {
            int before = window.before() == null ? 0 : window.before().get(i);
            total += window.counts().get(i) + before;
        }
        return total;
    }

    private static int bucket(long nanos) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, nanos)) - 1;
        if (bits < LOWEST_BITS) {
            return 0;
        }
        if (bits >= HIGHEST_BITS) {
            return BUCKETS - 1;
        }
        int step = (int) (nanos >>> (bits - STEP_BITS)) & ((1 << STEP_BITS) - 1);
        return ((bits - LOWEST_BITS) << STEP_BITS) + step + 1;
    }

    /** The longest time that a bucket counts; of the last, the shortest. */
    private static long upperBound(int bucket) {
        if (bucket == 0) {
            return 1L << LOWEST_BITS;
        }
        int bits = LOWEST_BITS + ((bucket - 1) >> STEP_BITS);
        long step = (bucket - 1L) & ((1 << STEP_BITS) - 1);
        return bucket == BUCKETS - 1
                ? 1L << bits
                : (1L << bits) + ((step + 1) << (bits - STEP_BITS));
    }
}
