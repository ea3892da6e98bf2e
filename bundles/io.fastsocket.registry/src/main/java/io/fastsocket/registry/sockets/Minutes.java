package io.fastsocket.registry.sockets;

/** Time in minutes since this class was loaded, from 1 on: 0 is free to mean never. */
final class Minutes {

    /** How many count as lately. */
    static final int LATELY = 60;

    private static final long START = System.nanoTime();
    private static final long NANOS = 60_000_000_000L;

    private Minutes() {}

    /**
     * The minute of a moment.
     *
     * @param nanoTime as {@link System#nanoTime()} counts
     */
    static int of(long nanoTime) {
        return 1 + (int) Math.max(0, (nanoTime - START) / NANOS);
    }

    /** Whether one minute is lately, as another sees it. */
    static boolean lately(int minute, int now) {
        return minute > 0 && now - minute <= LATELY;
    }
}
