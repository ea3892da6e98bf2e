package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.BusyCalls;
import io.fastsocket.registry.isolation.Isolation;

/**
 * What the watchdog finds of one call that takes longer than most: whether it keeps its carrier,
 * and what it computes there. Used by the watchdog's thread only.
 */
final class Sighting {

    /** Less is no computing: the call waits for the processor, or for the system. */
    private static final long NOW_NANOS = 2_000_000;

    /** A carrier that is kept for longer is missing, whether the call computes or not. */
    private static final long KEPT_NANOS = 25_000_000;

    private static final long LONG_NANOS = 300_000_000;
    private static final long ENDLESS_NANOS = 1_000_000_000;

    private final Thread thread;

    /** Null as long as it has not been found on a carrier. */
    private Computing computing;

    /** Who was being called when it was looked at last. */
    private Isolation before;

    /** Whether it has been counted as one that computes, and the log has said so. */
    private boolean found;

    private boolean told;

    /** Of the call that the thread is in. */
    Sighting(Thread thread) {
        this.thread = thread;
    }

    /** It is on no carrier. */
    void none() {
        computing = null;
    }

    /**
     * Looks where it is, and counts it if it computes.
     *
     * @param round in which it is looked at
     * @param called whose code it is in; null for nobody's
     * @param held whether what it allocates counts: calls like it can be kept back
     * @return whether it has been found to compute that was not before
     */
    boolean look(Round round, Isolation called, boolean held) {
        String carrier = Carriers.heldBy(thread);
        if (carrier == null) {
            none();
        } else if (called != before) {
            // What an interceptor has computed is not the next one's doing, nor the handler's.
            before = called;
            found = false;
            told = false;
            computing = new Computing(carrier, round.now());
        } else if (computing == null || !computing.isOn(carrier)) {
            computing = new Computing(carrier, round.now());
        } else if (called != null) {
            return count(round, called.busyCalls(), held);
        }
        return false;
    }

    private boolean count(Round round, BusyCalls called, boolean held) {
        long nanos = computing.nanos();
        boolean computes = nanos >= NOW_NANOS;
        boolean first = computes && !found;
        if (computes) {
            long bytes = held ? computing.allocated() : 0;
            called.count(busyFor(nanos), first, bytes, round.now());
            found = true;
        }
        if (computes || computing.kept(round.now()) >= KEPT_NANOS) {
            round.keeps(called);
        }
        if (nanos >= LONG_NANOS && !told) {
            told = true;
            called.at(thread.getStackTrace());
        }
        return first;
    }

    private static BusyCalls.Busy busyFor(long nanos) {
        if (nanos >= ENDLESS_NANOS) {
            return BusyCalls.Busy.ENDLESS;
        }
        return nanos >= LONG_NANOS ? BusyCalls.Busy.LONG : BusyCalls.Busy.NOW;
    }
}
