package io.fastsocket.registry.streams;

/** How fast a count grows, on average of the last ten seconds. */
final class Rate {

    private static final int SECONDS = 10;
    private static final double NANOS = 1e9;

    private final long[] counts = new long[SECONDS];
    private final long[] times = new long[SECONDS];
    private int ticks;

    Rate() {
        tick(0);
    }

    /** The count at present; to be told about once a second. */
    synchronized void tick(long count) {
        counts[ticks % SECONDS] = count;
        times[ticks % SECONDS] = System.nanoTime();
        ticks++;
    }

    /** Since the oldest count that is remembered. */
    synchronized double perSecond(long count) {
        int oldest = ticks < SECONDS ? 0 : ticks % SECONDS;
        double seconds = (System.nanoTime() - times[oldest]) / NANOS;
        return seconds <= 0 ? 0 : (count - counts[oldest]) / Math.max(1, seconds);
    }
}
