package io.fastsocket.registry.isolation;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts the calls of one plugin that go on past their time limit although they were interrupted,
 * and those that compute without a pause. Virtual threads are not time-sliced, so each may occupy a
 * carrier: a plugin with too many of them gets no more events until they return. Usable from any
 * thread, without locks.
 */
public final class Overruns {

    /** How many carriers virtual threads have, unless some are busy. */
    public static final int CARRIERS =
            Integer.getInteger(
                    "jdk.virtualThreadScheduler.parallelism",
                    Runtime.getRuntime().availableProcessors());

    /** How many calls may compute for more than a second, so that half of the cores stay free. */
    private static final int ENDLESS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** How much of a stack is logged: the handler is at its top. */
    private static final int FRAMES = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean toldBusy = new AtomicBoolean();
    private final String plugin;
    private final LongSupplier limit;

    /** Found so far; the watchdog's only. */
    private int counting;

    private int countingEndless;

    private volatile int busy;
    private volatile int endless;

    Overruns(String plugin, LongSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** Whether the plugin is to be given nothing for now. */
    public boolean tooMany() {
        int now = running.get();
        return (now > 0 && now >= limit.getAsLong()) || tooBusy();
    }

    private boolean tooBusy() {
        return busy >= CARRIERS || endless >= ENDLESS;
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
     * @param forLong whether for more than a second
     */
    public void countBusy(boolean forLong) {
        counting++;
        countingEndless += forLong ? 1 : 0;
    }

    /** All are counted. By the watchdog's thread. */
    public void tellBusy() {
        int now = counting;
        counting = 0;
        busy = now;
        endless = countingEndless;
        countingEndless = 0;
        if (tooBusy() && toldBusy.compareAndSet(false, true)) {
            about(
                    () ->
                            LOG.warn(
                                    "{} computes for long in {} calls: it is called no more until"
                                            + " some return",
                                    plugin,
                                    now));
        } else if (!tooBusy() && toldBusy.compareAndSet(true, false)) {
            about(() -> LOG.info("{} is called again: calls that computed have returned", plugin));
        }
    }

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
