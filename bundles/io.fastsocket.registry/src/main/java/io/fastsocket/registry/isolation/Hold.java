package io.fastsocket.registry.isolation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has further calls of a plugin wait while some compute, by taking the free permits of its
 * bulkhead. They are given back in steps: let go at once, all that has waited would compute beside
 * each other before any of it could be found to. Told at even intervals, by one thread only.
 */
final class Hold {

    /**
     * So many intervals until the next step, twice as large: what the last one let in has been
     * found by then, if it computes.
     */
    private static final int PATIENCE = 6;

    private final Semaphore permits;
    private final AtomicInteger withheld = new AtomicInteger();

    private boolean on;
    private int underWay;
    private int excess;
    private int step;
    private int intervals;

    Hold(Semaphore permits) {
        this.permits = permits;
    }

    /** How many permits it keeps. Any thread. */
    int withheld() {
        return withheld.get();
    }

    /**
     * Takes what is free, or gives some of it back.
     *
     * @param tooMany how many more calls compute than may; negative if it is fewer
     * @param running how many calls are under way
     * @return whether there is something to give back later
     */
    boolean tell(int tooMany, int running) {
        if (tooMany >= 0) {
            take(tooMany, running);
        } else if (withheld.get() > 0) {
            giveBack();
        }
        return withheld.get() > 0;
    }

    private void take(int tooMany, int running) {
        if (!on) {
            on = true;
            underWay = running;
            excess = 0;
        }
        excess = Math.max(excess, tooMany);
        int free = permits.availablePermits();
        if (free > 0 && permits.tryAcquire(free)) {
            withheld.addAndGet(free);
        }
    }

    /** First as many as were under way, without those that computed and should not have. */
    private void giveBack() {
        if (on) {
            on = false;
            step = Math.max(1, underWay - excess);
            intervals = 0;
        }
        if (intervals++ % PATIENCE == 0) {
            int some = Math.min(step, withheld.get());
            withheld.addAndGet(-some);
            permits.release(some);
            step *= 2;
        }
    }
}
