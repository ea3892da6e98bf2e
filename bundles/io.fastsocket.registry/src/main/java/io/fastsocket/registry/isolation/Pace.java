package io.fastsocket.registry.isolation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Holds up one plugin that sends more events than it may in a second. What it was sent earns it
 * some more: who answers each event by an event does not flood. Usable from any thread; no lock is
 * taken unless it is held up.
 */
public final class Pace {

    /** So many events may be sent for each that was handled, whatever the limit. */
    static final int FOR_EACH = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final long SECOND = 1_000_000_000;

    /** After a pause so much may be sent at once: handlers send in bursts. */
    private static final long BURST_NANOS = SECOND / 10;

    /** So much may be sent too early: there is no timer for each of thousands of events. */
    private static final long EARLY_NANOS = SECOND / 100;

    /** So many that were earned may be sent later; who was sent much long ago may flood no more. */
    static final int KEPT = 10_000;

    private final String plugin;
    private final LongSupplier limit;
    private final LongAdder handled = new LongAdder();
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime() - BURST_NANOS);
    private final Seldom seldom = new Seldom();

    /**
     * Those that are held up, the first of which waits for time to pass; first come, first sent.
     */
    private final ReentrantLock queue = new ReentrantLock(true);

    /**
     * Begins with a burst to spend.
     *
     * @param plugin symbolic name
     * @param limit events in a second; 0 for as many as it likes
     */
    Pace(String plugin, LongSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** It has handled an event of a client's. */
    public void handled() {
        handled.increment();
    }

    /**
     * Takes note of an event that is about to be sent, and holds up the caller for as long as the
     * plugin is ahead of its time. Virtual threads only, and those that have not been interrupted;
     * all others go on at once, and their events count as far as there is room.
     */
    public void await() {
        if (!Thread.currentThread().isVirtual()) {
            take();
        } else if (isHeld() || take() > 0) {
            try {
                hold();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether anybody is held up now. */
    boolean isHeld() {
        return queue.isLocked();
    }

    /** Pays for one event; else the nanoseconds after which that can be. */
    private long take() {
        while (true) {
            long most = limit.getAsLong();
            if (most == 0) {
                return 0;
            }
            long now = System.nanoTime();
            long last = next.get();
            long from = last - (now - BURST_NANOS) > 0 ? last : now - BURST_NANOS;
            long ahead = from - now;
            if (ahead <= EARLY_NANOS) {
                if (next.compareAndSet(last, from + SECOND / most)) {
                    return 0;
                }
            } else {
                return takeEarned() ? 0 : ahead;
            }
        }
    }

    private boolean takeEarned() {
        long earned = FOR_EACH * handled.sum();
        while (true) {
            long before = spent.get();
            long now = Math.max(before, earned - KEPT);
            if (now >= earned) {
                return false;
            }
            if (spent.compareAndSet(before, now + 1)) {
                return true;
            }
        }
    }

    private void hold() throws InterruptedException {
        queue.lockInterruptibly();
        try {
            for (long wait = take(); wait > 0; wait = take()) {
                tell();
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        } finally {
            queue.unlock();
        }
    }

    private void tell() {
        if (seldom.now(System.nanoTime())) {
            LOG.warn(
                    "{} sends more than {} events a second, its emitLimit, so that its handlers"
                            + " wait. If that is what it is for, give it a higher one in"
                            + " etc/io.fastsocket.registry.cfg",
                    plugin,
                    limit.getAsLong());
        }
    }
}
