package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.Overruns;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The time limit of one call: first of its thread, then, if it answers later, of its answer. Either
 * the call ends or its time is up, never both.
 */
final class Deadline extends AtomicInteger {

    private static final long serialVersionUID = 1L;

    private static final int RUNNING = 0;
    private static final int LATER = 1;
    private static final int ENDED = 2;
    private static final int INTERRUPTING = 3;
    private static final int UP = 4;

    /** Calls that are over sooner than this are not looked at. */
    private static final long QUICK_NANOS = 5_000_000;

    private final transient Thread thread = Thread.currentThread();
    private final long begin = System.nanoTime();
    private final long at;
    private final boolean limited;
    private transient volatile Isolation inside;

    /** Whether the thread is out of the call, though that is not over. */
    private volatile boolean left;

    /** The watchdog's only, and null as long as it has not looked. */
    private transient Sighting sighting;

    /** Who is being called past the limit; written while INTERRUPTING. */
    private transient Overruns blamed;

    /** A limit of zero is none. Nobody is blamed for nulls. */
    Deadline(long limitNanos, Isolation inside) {
        this.inside = inside;
        limited = limitNanos > 0;
        at = begin + limitNanos;
    }

    boolean limited() {
        return limited;
    }

    /** When the call began, as {@link System#nanoTime()} counts. */
    long begin() {
        return begin;
    }

    /** Another plugin is called now. */
    void inside(Isolation now) {
        inside = now;
    }

    /** Whether it is that plugin that is being called. */
    boolean isInside(Isolation plugin) {
        return plugin.equals(inside);
    }

    /** Whether the thread has been told to stop. */
    boolean passed() {
        return get() >= INTERRUPTING;
    }

    /** The method has returned; its answer comes later. False if its time is up. */
    boolean later() {
        if (compareAndSet(RUNNING, LATER)) {
            left = true;
            return true;
        }
        return cleared();
    }

    /** It is over. False if its time was up before. */
    boolean end() {
        if (compareAndSet(RUNNING, ENDED)) {
            return true;
        }
        return compareAndSet(LATER, ENDED) || (get() != ENDED && cleared());
    }

    /** Waits until the interrupt has been sent, so that it cannot hit the next call. */
    private boolean cleared() {
        while (get() == INTERRUPTING) {
            Thread.onSpinWait();
        }
        if (Thread.currentThread() == thread) {
            Thread.interrupted();
            left = true;
            if (blamed != null) {
                blamed.end();
                blamed = null;
            }
        }
        return false;
    }

    /**
     * Says whether the thread keeps its carrier in this call, and counts it if it computes.
     *
     * @param round in which it is looked at
     * @param held whether what it allocates counts: calls like it can be kept back
     * @return whether it has been found to compute that was not before
     */
    boolean look(Round round, boolean held) {
        int state = get();
        boolean in = !left && state != LATER && state != ENDED;
        if (in && round.now() - begin > QUICK_NANOS) {
            sighting = sighting == null ? new Sighting(thread) : sighting;
            return sighting.look(round, inside, held);
        }
        if (sighting != null) {
            sighting.none();
        }
        return false;
    }

    /** What {@link #up} found. */
    enum Up {
        /** There is time left, or the call is over. */
        NO,
        /** The thread was in the call; it has been interrupted and will find out. */
        INTERRUPTED,
        /** The answer was still to come; whoever asked has to end the call. */
        LATER_UP
    }

    /** Whether the time has just run out; interrupts the thread if the call is still in it. */
    Up up(long now) {
        return !limited || now - at < 0 ? Up.NO : up();
    }

    /** Has the time run out now, unless it has already; interrupts as above. */
    Up up() {
        if (compareAndSet(LATER, UP)) {
            return Up.LATER_UP;
        }
        if (!compareAndSet(RUNNING, INTERRUPTING)) {
            return Up.NO;
        }
        Isolation called = inside;
        if (called != null) {
            blamed = called.overruns();
            blamed.begin();
        }
        thread.interrupt();
        set(UP);
        return Up.INTERRUPTED;
    }
}
