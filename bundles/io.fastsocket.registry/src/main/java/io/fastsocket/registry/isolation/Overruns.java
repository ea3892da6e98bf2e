package io.fastsocket.registry.isolation;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts the calls of one plugin that go on past their time limit although they were interrupted,
 * and those that compute without a pause. Virtual threads are not time-sliced, so each may occupy a
 * carrier: further calls of handlers that compute wait while such calls take all cores but one, and
 * with too many of them the plugin gets no more events until they return. Usable from any thread,
 * without locks.
 */
public final class Overruns {

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

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final String plugin;
    private final LongSupplier limit;
    private final Brake brake;

    /** Found so far, by kind; the watchdog's only. */
    private final Map<Busy, Integer> counting = new EnumMap<>(Busy.class);

    /** Found since they were told last; the watchdog's only. */
    private int found;

    private volatile int busy;
    private volatile boolean tooBusy;

    /** What has further calls that may compute wait, or lets them go on. */
    interface Brake {

        /** As {@link Bulkhead#hold}. */
        boolean hold(int tooMany, int found, long nanoTime);
    }

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
    Overruns(String plugin, LongSupplier limit, Brake brake) {
        this.plugin = plugin;
        this.limit = limit;
        this.brake = brake;
    }

    /** Whether the plugin is to be given nothing for now. */
    public boolean tooMany() {
        int now = running.get();
        return (now > 0 && now >= limit.getAsLong()) || tooBusy;
    }

    /** How many calls go on past their time limit. */
    public int running() {
        return running.get();
    }

    /** How many calls compute without a pause. */
    public int busy() {
        return busy;
    }

    /** A call's time is up, and it is still running. */
    public void begin() {
        int now = running.incrementAndGet();
        if (now >= limit.getAsLong() && told.compareAndSet(false, true)) {
            about(
                    () ->
                            LOG.warn(
                                    "{} has {} calls past their time limit: it is called no more"
                                            + " until they return",
                                    plugin,
                                    now));
        }
    }

    /** Such a call has returned after all. */
    public void end() {
        if (running.decrementAndGet() < limit.getAsLong() && told.compareAndSet(true, false)) {
            about(
                    () ->
                            LOG.info(
                                    "{} is called again: calls past their time limit have returned",
                                    plugin));
        }
    }

    /** A call has computed for long, and is at that place. By the watchdog's thread. */
    public void busyAt(StackTraceElement[] stack) {
        Object place = stack.length == 0 ? "an unknown place" : stack[0];
        Throwable where = new Throwable("what is being called");
        where.setStackTrace(Arrays.copyOf(stack, Math.min(FRAMES, stack.length)));
        about(() -> LOG.warn("{} computes for long in one call, at {}", plugin, place, where));
    }

    /**
     * One more of its calls is busy. By the watchdog's thread.
     *
     * @param how how much
     * @param first whether the call has not been counted before
     */
    public void countBusy(Busy how, boolean first) {
        if (first) {
            found++;
        }
        for (Busy each : Busy.values()) {
            if (each.compareTo(how) <= 0) {
                counting.merge(each, 1, Integer::sum);
            }
        }
    }

    /**
     * All are counted. By the watchdog's thread.
     *
     * @param nanoTime now
     * @return whether it is to be told again, even if none is counted until then
     */
    public boolean tellBusy(long nanoTime) {
        int now = counting.getOrDefault(Busy.NOW, 0);
        int forLong = counting.getOrDefault(Busy.LONG, 0);
        boolean before = tooBusy;
        busy = forLong;
        tooBusy = forLong >= CARRIERS || counting.getOrDefault(Busy.ENDLESS, 0) >= HALF;
        counting.clear();
        boolean held = brake.hold(now - ALL_BUT_ONE, found, nanoTime);
        found = 0;
        if (tooBusy && !before) {
            about(
                    () ->
                            LOG.warn(
                                    "{} computes for long in {} calls: it is called no more until"
                                            + " some return",
                                    plugin,
                                    forLong));
        } else if (!tooBusy && before) {
            about(() -> LOG.info("{} is called again: calls that computed have returned", plugin));
        }
        return now > 0 || held;
    }

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
