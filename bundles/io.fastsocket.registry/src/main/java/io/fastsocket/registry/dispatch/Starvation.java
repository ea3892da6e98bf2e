package io.fastsocket.registry.dispatch;

/**
 * Finds out how many carriers virtual threads lack, whoever keeps those that there are: by an empty
 * thread that should run at once, from time to time. Used by the watchdog's thread only.
 */
final class Starvation {

    /** Who has not run for so long lacks a carrier; queues of sockets let others in after 2 ms. */
    static final long PATIENCE_NANOS = 100_000_000;

    /** So long are they kept after that, half of them each time. */
    private static final long MEMORY_NANOS = 1_000_000_000;

    /** A machine without time for them needs no more threads. */
    static final int MOST = 64;

    private volatile boolean ran = true;
    private long began;
    private long starved;
    private int lacking;

    /** How many there should be more; twice as many each time that it has not helped. */
    int lacking(long nanoTime) {
        if (!ran) {
            if (nanoTime - began >= PATIENCE_NANOS) {
                lacking = Math.clamp(2L * lacking, 1, MOST);
                starved = nanoTime;
                began = nanoTime;
            }
        } else if (nanoTime - began >= PATIENCE_NANOS) {
            ran = false;
            began = nanoTime;
            Thread.startVirtualThread(() -> ran = true);
        }
        if (lacking > 0 && nanoTime - starved >= MEMORY_NANOS) {
            lacking /= 2;
            starved = nanoTime;
        }
        return lacking;
    }
}
