package io.fastsocket.registry.routing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Whether a handler that is marked inline may run on the event loop. One that overruns there is
 * taken off it for a while, and each time for longer: a machine that was busy, or code that was not
 * compiled yet, looks like a slow handler, and is not to cost speed for good. For the same reason
 * overruns count only if they are more than a few of many calls, or take much of the loop's time:
 * on a machine with few cores the compiler, a collection or another process holds up some calls in
 * ten thousand of any handler.
 */
final class Inlining {

    /** Overruns further apart are the machine's doing (a collection, a start), not the method's. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /** One overrun in more calls than these is as often as the machine does it to any handler. */
    private static final long CALLS_PER_OVERRUN = 1000;

    /** Overruns that take as much of the window hold up the loop, however many calls are quick. */
    private static final long MUCH_OF_THE_WINDOW = WINDOW_NANOS / 4;

    private static final long FIRST_ABSENCE = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_ABSENCE = Duration.ofHours(1).toNanos();

    private final boolean marked;
    private final LongSupplier callsLately;
    private final Deque<Overrun> overruns = new ArrayDeque<>();
    private long held;
    private long absence;
    private long until;
    private volatile boolean now;

    private record Overrun(long end, long nanos) {}

    /**
     * For one handler.
     *
     * @param marked whether it is meant to run on the event loop
     * @param callsLately how many calls there were in the last minute or so
     */
    Inlining(boolean marked, LongSupplier callsLately) {
        this.marked = marked;
        this.callsLately = callsLately;
        now = marked;
    }

    boolean marked() {
        return marked;
    }

    boolean now() {
        return now;
    }

    /** A call on the event loop took too long; for how long the method is taken off, or 0. */
    long overran(int allowed, long nanos, long end) {
        synchronized (overruns) {
            while (!overruns.isEmpty() && end - overruns.peek().end() >= WINDOW_NANOS) {
                held -= overruns.remove().nanos();
            }
            overruns.add(new Overrun(end, nanos));
            held += nanos;
            if (!now || overruns.size() < allowed || !often()) {
                return 0;
            }
            boolean recently = absence > 0 && end - until < LONGEST_ABSENCE;
            absence = recently ? Math.min(2 * absence, LONGEST_ABSENCE) : FIRST_ABSENCE;
            until = end + absence;
            overruns.clear();
            held = 0;
            now = false;
            return absence;
        }
    }

    private boolean often() {
        return held >= MUCH_OF_THE_WINDOW
                || overruns.size() * CALLS_PER_OVERRUN >= callsLately.getAsLong();
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
