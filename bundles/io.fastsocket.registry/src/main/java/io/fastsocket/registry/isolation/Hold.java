package io.fastsocket.registry.isolation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Has further heavy calls of a plugin wait while some compute, by taking the free permits, and
 * those of calls that end. They are given back in steps: let go at once, all that has waited would
 * compute beside each other before any of it could be found to. Told at short intervals, by one
 * thread only.
 */
final class Hold {

    /** As good as no limit, as long as nothing is taken. */
    private static final int PERMITS = 1 << 30;

    /**
     * So long do calls wait for the next step, twice as large: what the last one let in has been
     * found by then, if it computes.
     */
    private static final long PATIENCE_NANOS = 150_000_000;

    /** What is not asked for meanwhile is given back when none has computed for so long. */
    private static final long MEMORY_NANOS = 60_000_000_000L;

    private final Semaphore permits = new Semaphore(PERMITS);
    private final BooleanSupplier wanted;
    private final AtomicInteger withheld = new AtomicInteger();

    private volatile boolean on;
    private int underWay;
    private int excess;
    private int step;
    private long last;
    private long end;

    /** Gives back only as much as calls want to have. */
    Hold(BooleanSupplier wanted) {
        this.wanted = wanted;
    }

    /** Begins a call if that needs no waiting; then {@link #leave} has to follow. Any thread. */
    boolean tryEnter() {
        return permits.tryAcquire();
    }

    /** Begins one, and waits for so long. */
    boolean tryEnter(long time, TimeUnit unit) throws InterruptedException {
        return permits.tryAcquire(time, unit);
    }

    /** A call has ended. Any thread. */
    void leave() {
        if (!keep()) {
            permits.release();
        }
    }

    /** How many calls are under way. Any thread. */
    int running() {
        return PERMITS - withheld.get() - permits.availablePermits();
    }

    /** Takes the permit of a call that has ended: those that wait would have it at once. */
    private boolean keep() {
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
     * @param now as {@link System#nanoTime()} counts
     * @return whether there is something to give back later
     */
    boolean tell(int tooMany, int found, long now) {
        if (tooMany >= 0) {
            excess = on ? excess + found : tooMany;
            take();
        } else if (withheld.get() > 0) {
            giveBack(now);
        }
        return withheld.get() > 0;
    }

    private void take() {
        if (!on) {
            on = true;
            underWay = running();
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
