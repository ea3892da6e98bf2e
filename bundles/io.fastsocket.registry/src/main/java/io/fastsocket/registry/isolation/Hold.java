package io.fastsocket.registry.isolation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Has further calls of a plugin wait while some compute, by taking the free permits of its
 * bulkhead, and those of calls that end. They are given back in steps: let go at once, all that has
 * waited would compute beside each other before any of it could be found to. Told at short
 * intervals, by one thread only.
 */
final class Hold {

    /**
     * So long do calls wait for the next step, twice as large: what the last one let in has been
     * found by then, if it computes.
     */
    private static final long PATIENCE_NANOS = 150_000_000;

    /** What is not asked for meanwhile is given back when none has computed for so long. */
    private static final long MEMORY_NANOS = 60_000_000_000L;

    private final Semaphore permits;
    private final BooleanSupplier wanted;
    private final AtomicInteger withheld = new AtomicInteger();

    private volatile boolean on;
    private int underWay;
    private int excess;
    private int step;
    private long last;
    private long end;

    /** Gives back only as much as calls want to have. */
    Hold(Semaphore permits, BooleanSupplier wanted) {
        this.permits = permits;
        this.wanted = wanted;
    }

    /** How many permits it keeps. Any thread. */
    int withheld() {
        return withheld.get();
    }

    /**
     * Takes the permit of a call that has ended: those that wait would have it at once. Any thread.
     *
     * @return whether it is taken; if not, it is to be released
     */
    boolean keep() {
        if (!on) {
            return false;
        }
        withheld.incrementAndGet();
        // It may have been over meanwhile, and all given back: then nobody would give this one.
        return on || withheld.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
    }

    /**
     * Takes what is free, or gives some of it back.
     *
     * @param tooMany how many more calls compute than may; negative if it is fewer
     * @param found how many calls have been found to compute that were not before
     * @param running how many calls are under way
     * @param now as {@link System#nanoTime()} counts
     * @return whether there is something to give back later
     */
    boolean tell(int tooMany, int found, int running, long now) {
        if (tooMany >= 0) {
            excess = on ? excess + found : tooMany;
            take(running);
        } else if (withheld.get() > 0) {
            giveBack(now);
        }
        return withheld.get() > 0;
    }

    private void take(int running) {
        if (!on) {
            on = true;
            underWay = running;
        }
        int free = permits.availablePermits();
        if (free > 0 && permits.tryAcquire(free)) {
            withheld.addAndGet(free);
        }
    }

    /** First as many as were under way, without those that computed and should not have. */
    private void giveBack(long now) {
        if (on) {
            on = false;
            step = Math.max(1, underWay - excess);
            end = now + MEMORY_NANOS;
            last = now;
            release(step);
        } else if (now - end >= 0) {
            release(withheld.get());
        } else if (!wanted.getAsBoolean()) {
            last = now;
        } else if (now - last >= PATIENCE_NANOS) {
            step *= 2;
            last = now;
            release(step);
        }
    }

    private void release(int most) {
        int before = withheld.getAndUpdate(n -> n - Math.min(n, most));
        permits.release(Math.min(before, most));
    }
}
