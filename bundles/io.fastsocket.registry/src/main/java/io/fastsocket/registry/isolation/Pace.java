package io.fastsocket.registry.isolation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Holds up one plugin that sends more events than it may in a second. Usable from any thread; no
 * lock is taken unless it does.
 */
public final class Pace {

    private static final long SECOND = 1_000_000_000;

    /** After a pause so much may be sent at once: handlers send in bursts. */
    private static final long BURST_NANOS = SECOND / 10;

    /** So much may be sent too early: there is no timer for each of thousands of events. */
    private static final long EARLY_NANOS = SECOND / 100;

    private final LongSupplier limit;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /**
     * Those that are held up, the first of which waits for time to pass; first come, first sent.
     */
    private final ReentrantLock queue = new ReentrantLock(true);

    /**
     * Begins with a burst to spend.
     *
     * @param limit events in a second; 0 for as many as it likes
     */
    Pace(LongSupplier limit) {
        this.limit = limit;
        next.addAndGet(-BURST_NANOS);
    }

    /**
     * Takes note of an event that is about to be sent, and holds up the caller for as long as the
     * plugin is ahead of its time. Virtual threads only, and those that have not been interrupted;
     * all others go on at once, and their events count as far as there is room.
     */
    public void await() {
        if (limit.getAsLong() == 0) {
            return;
        }
        if (!Thread.currentThread().isVirtual()) {
            take();
        } else if (queue.isLocked() || take() > 0) {
            try {
                hold();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Has the time of one event pass; else the nanoseconds after which that can be. */
    private long take() {
        while (true) {
            long most = limit.getAsLong();
            if (most == 0) {
                return 0;
            }
            long now = System.nanoTime();
            long last = next.get();
            long from = last - (now - BURST_NANOS) > 0 ? last : now - BURST_NANOS;
            long early = from - now - EARLY_NANOS;
            if (early > 0) {
                return early + EARLY_NANOS;
            }
            if (next.compareAndSet(last, from + SECOND / most)) {
                return 0;
            }
        }
    }

    private void hold() throws InterruptedException {
        queue.lockInterruptibly();
        try {
            for (long wait = take(); wait > 0; wait = take()) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        } finally {
            queue.unlock();
        }
    }
}
