package io.fastsocket.registry.isolation;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts the calls of one plugin that compute without a pause. Virtual threads are not time-sliced,
 * so each may occupy a carrier: further calls of handlers that compute wait while such calls take
 * all cores but one, or while the plugin has allocated more than it may, and with too many of them
 * it gets no more events until they return. Told by the watchdog's thread, asked by any.
 */
public final class BusyCalls {

    /** How many carriers virtual threads have, unless some are busy. */
    public static final int CARRIERS =
            Integer.getInteger(
                    "jdk.virtualThreadScheduler.parallelism",
                    Runtime.getRuntime().availableProcessors());

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** That many calls may not compute for more than a second: half of the cores are for others. */
    private static final int HALF = Math.max(1, CORES / 2);

    /** From that many calls that compute on, further such ones wait: one core is for others. */
    private static final int ALL_BUT_ONE = Math.max(1, CORES - 1);

    /** How much of a stack is logged: the handler is at its top. */
    private static final int FRAMES = 25;

    private static final Logger LOG = LoggerFactory.getLogger(BusyCalls.class);

    private final String plugin;
    private final Bulkhead bulkhead;
    private final Allocation allocation;

    /** Counted since they were told last, by kind. */
    private final Map<Busy, Integer> counting = new EnumMap<>(Busy.class);

    /** How many of them had not been counted before. */
    private int found;

    private volatile int running;
    private volatile boolean tooMany;
    private volatile boolean allocateTooMuch;

    /** How much a call has computed without a pause. */
    public enum Busy {
        /** Long enough that others may wait for its carrier. */
        NOW,
        /** 0.3 s of the processor's time. */
        LONG,
        /** More than a second of it. */
        ENDLESS
    }

    /** Begins with none. */
    BusyCalls(String plugin, Bulkhead bulkhead, Allocation allocation) {
        this.plugin = plugin;
        this.bulkhead = bulkhead;
        this.allocation = allocation;
    }

    /** Whether they are too many. */
    boolean tooMany() {
        return tooMany;
    }

    /** Whether they have allocated more than they may by now. */
    boolean allocateTooMuch() {
        return allocateTooMuch;
    }

    /** How many calls compute without a pause. */
    public int running() {
        return running;
    }

    /** A call has computed for long, and is at that place. */
    public void at(StackTraceElement[] stack) {
        Object place = stack.length == 0 ? "an unknown place" : stack[0];
        Throwable where = new Throwable("what is being called");
        where.setStackTrace(Arrays.copyOf(stack, Math.min(FRAMES, stack.length)));
        about(() -> LOG.warn("{} computes for long in one call, at {}", plugin, place, where));
    }

    /**
     * One more call is busy.
     *
     * @param how how much
     * @param first whether the call has not been counted before
     * @param bytes what it has allocated since it was counted last
     * @param nanoTime now
     */
    public void count(Busy how, boolean first, long bytes, long nanoTime) {
        if (first) {
            found++;
        }
        for (Busy each : Busy.values()) {
            if (each.compareTo(how) <= 0) {
                counting.merge(each, 1, Integer::sum);
            }
        }
        allocation.add(bytes, nanoTime);
    }

    /**
     * All are counted.
     *
     * @param nanoTime now
     * @return whether it is to be told again, even if none is counted until then
     */
    public boolean counted(long nanoTime) {
        int now = counting.getOrDefault(Busy.NOW, 0);
        int forLong = counting.getOrDefault(Busy.LONG, 0);
        int endless = counting.getOrDefault(Busy.ENDLESS, 0);
        counting.clear();
        boolean before = tooMany;
        running = forLong;
        tooMany = forLong >= CARRIERS || endless >= HALF;
        if (tooMany != before) {
            tell(forLong);
        }
        return hold(now - ALL_BUT_ONE, nanoTime) || now > 0;
    }

    private boolean hold(int tooManyByOne, long nanoTime) {
        boolean ahead = allocation.isAhead(nanoTime);
        if (ahead && bulkhead.waiting() > 0) {
            about(allocation::tell);
        }
        allocateTooMuch = ahead;
        int excess = ahead ? Math.max(0, tooManyByOne) : tooManyByOne;
        boolean held = bulkhead.hold(excess, found, nanoTime);
        found = 0;
        return held;
    }

    private void tell(int forLong) {
        if (tooMany) {
            about(
                    () ->
                            LOG.warn(
                                    "{} computes for long in {}: it is called no more until"
                                            + " some return",
                                    plugin,
                                    forLong == 1 ? "a call" : forLong + " calls"));
        } else {
            about(() -> LOG.info("{} is called again: calls that computed have returned", plugin));
        }
    }

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
