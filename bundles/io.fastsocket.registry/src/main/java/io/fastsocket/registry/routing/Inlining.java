package io.fastsocket.registry.routing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a handler that is marked inline may run on the event loop. One that overruns there is
 * taken off it for a while, and each time for longer: a machine that was busy, or code that was not
 * compiled yet, looks like a slow handler, and is not to cost speed for good.
 */
final class Inlining {

    /** Overruns further apart are the machine's doing (a collection, a start), not the method's. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private static final long FIRST_ABSENCE = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_ABSENCE = Duration.ofHours(1).toNanos();

    private final boolean marked;
    private final Deque<Long> overruns = new ArrayDeque<>();
    private long absence;
    private long until;
    private volatile boolean now;

    Inlining(boolean marked) {
        this.marked = marked;
        now = marked;
    }

    boolean marked() {
        return marked;
    }

    boolean now() {
        return now;
    }

    /** A call on the event loop took too long; for how long it is taken off, or 0. */
    long overran(int allowed, long nanoTime) {
        synchronized (overruns) {
            while (!overruns.isEmpty() && nanoTime - overruns.peek() >= WINDOW_NANOS) {
                overruns.remove();
            }
            overruns.add(nanoTime);
            if (!now || overruns.size() < allowed) {
                return 0;
            }
            boolean recently = absence > 0 && nanoTime - until < LONGEST_ABSENCE;
            absence = recently ? Math.min(2 * absence, LONGEST_ABSENCE) : FIRST_ABSENCE;
            until = nanoTime + absence;
            overruns.clear();
            now = false;
            return absence;
        }
    }

    /** A call ended, wherever it ran: the next one may be on the event loop again. */
    void ended(long nanoTime) {
        if (!marked || now) {
            return;
        }
        synchronized (overruns) {
            if (nanoTime - until >= 0) {
                now = true;
            }
        }
    }
}
