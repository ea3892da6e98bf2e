package io.fastsocket.registry.isolation;

import java.util.function.LongSupplier;

/**
 * Counts failures in a window that begins with one of them, and how many calls there were
 * meanwhile. So it costs calls that succeed nothing, and a handler that worked for long and then
 * fails is found out as fast as a new one.
 */
final class Failures {

    /** Failed calls of so many. */
    record Rate(long failed, long calls) {}

    private final LongSupplier calls;
    private boolean counting;
    private long begin;
    private long callsBefore;
    private long failed;

    Failures(LongSupplier calls) {
        this.calls = calls;
    }

    /** One more, at this time as {@link System#nanoTime()} counts. */
    synchronized Rate add(long now, long window) {
        long all = calls.getAsLong();
        if (!counting || now - begin > window) {
            counting = true;
            begin = now;
            callsBefore = all;
            failed = 0;
        }
        failed++;
        return new Rate(failed, Math.max(failed, all - callsBefore));
    }

    synchronized void forget() {
        counting = false;
    }
}
