package io.fastsocket.registry.isolation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Bounds how many calls of one plugin are under way at once, and how many events wait for one of
 * them to end. Usable from any thread; no lock is taken unless the limit has changed.
 */
public final class Bulkhead {

    /** How often those that wait look whether that has become hopeless. */
    private static final long LOOK_NANOS = 100_000_000;

    private final Supplier<Limits> limits;
    private final BooleanSupplier hopeless;
    private final Permits permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private volatile int size;
    private final Hold hold;

    /** Nothing waits while it is hopeless: while the plugin is to be called no more. */
    Bulkhead(Supplier<Limits> limits, BooleanSupplier hopeless) {
        this.limits = limits;
        this.hopeless = hopeless;
        size = (int) limits.get().get(Limit.CONCURRENT_LIMIT);
        permits = new Permits(size);
        hold = new Hold(() -> waiting.get() > 0);
    }

    /** A semaphore whose number of permits can change while some are taken. */
    private static final class Permits extends Semaphore {

        private static final long serialVersionUID = 1L;

        Permits(int permits) {
            super(permits);
        }

        void grow(int by) {
            if (by < 0) {
                reducePermits(-by);
            } else {
                release(by);
            }
        }
    }

    /**
     * Begins a call if that needs no waiting.
     *
     * @param heavy whether it is to be expected to compute for long
     * @return whether it may be made; then {@link #leave} has to follow
     */
    public boolean tryEnter(boolean heavy) {
        resize(limits.get());
        if (!permits.tryAcquire()) {
            return false;
        }
        if (!heavy || hold.tryEnter()) {
            return true;
        }
        permits.release();
        return false;
    }

    /**
     * Begins a call, and waits for another to end if there are too many; for virtual threads.
     *
     * @param heavy whether it is to be expected to compute for long
     * @param gone whether what is to be called is out of service, so that waiting is in vain
     * @return whether it may be made; then {@link #leave} has to follow. If not, too many are
     *     waiting, or it has waited for too long, or in vain
     */
    public boolean enter(boolean heavy, BooleanSupplier gone) {
        if (tryEnter(heavy) || await(limits.get(), heavy, gone)) {
            return true;
        }
        if (!gone.getAsBoolean()) {
            refused.increment();
        }
        return false;
    }

    private boolean await(Limits now, boolean heavy, BooleanSupplier gone) {
        boolean held = false;
        try {
            long end = System.nanoTime() + now.nanos(Limit.WAIT_TIME);
            if (waiting.incrementAndGet() > now.get(Limit.WAIT_LIMIT)) {
                return false;
            }
            if (heavy && !await(hold::tryEnter, end, gone)) {
                return false;
            }
            held = heavy;
            if (!await(permits::tryAcquire, end, gone)) {
                return false;
            }
            held = false;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
            if (held) {
                hold.leave();
            }
        }
    }

    /** Something that can be waited for. */
    private interface Permit {
        boolean get(long time, TimeUnit unit) throws InterruptedException;
    }

    private boolean await(Permit permit, long end, BooleanSupplier gone)
            throws InterruptedException {
        long left = end - System.nanoTime();
        while (left > 0 && !hopeless.getAsBoolean() && !gone.getAsBoolean()) {
            if (permit.get(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                return true;
            }
            left = end - System.nanoTime();
        }
        return false;
    }

    /** A call has ended that was begun with the same. */
    public void leave(boolean heavy) {
        if (heavy) {
            hold.leave();
        }
        permits.release();
    }

    /**
     * Has further heavy calls wait while too many compute, whatever the limit is; else lets them go
     * on, in steps. By one thread only.
     *
     * @param tooMany how many more calls compute than may; negative if it is fewer
     * @param found how many calls are new among those that compute
     * @param nanoTime now
     * @return whether it has to be told again
     */
    boolean hold(int tooMany, int found, long nanoTime) {
        return hold.tell(tooMany, found, nanoTime);
    }

    private void resize(Limits now) {
        int wanted = (int) now.get(Limit.CONCURRENT_LIMIT);
        if (wanted != size) {
            synchronized (this) {
                permits.grow(wanted - size);
                size = wanted;
            }
        }
    }

    /** How many calls are under way. */
    public int running() {
        return size - permits.availablePermits();
    }

    /** How many events wait. */
    public int waiting() {
        return waiting.get();
    }

    /** How many events were not let in. */
    public long refused() {
        return refused.sum();
    }
}
