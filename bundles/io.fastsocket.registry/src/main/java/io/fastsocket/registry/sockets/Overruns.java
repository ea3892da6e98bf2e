package io.fastsocket.registry.sockets;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

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

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean toldBusy = new AtomicBoolean();
    private final String plugin;
    private final IntSupplier limit;

    /** Found so far; the watchdog's only. */
    private int counting;

    private volatile int busy;

    Overruns(String plugin, IntSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** Whether the plugin is to be given nothing for now. */
    public boolean tooMany() {
        int now = running.get();
        return (now > 0 && now >= limit.getAsInt()) || busy >= CARRIERS;
    }

    /** A call's time is up, and it is still running. */
    public void begin() {
        int now = running.incrementAndGet();
        if (now >= limit.getAsInt() && told.compareAndSet(false, true)) {
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
        if (running.decrementAndGet() < limit.getAsInt() && told.compareAndSet(true, false)) {
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
        about(() -> LOG.warn("{} computes for long in one call, at {}", plugin, place));
    }

    /** One more of its calls is busy. By the watchdog's thread. */
    public void countBusy() {
        counting++;
    }

    /** All are counted. By the watchdog's thread. */
    public void tellBusy() {
        int now = counting;
        counting = 0;
        busy = now;
        if (now >= CARRIERS && toldBusy.compareAndSet(false, true)) {
            about(
                    () ->
                            LOG.warn(
                                    "{} computes in {} calls at once: it is called no more until"
                                            + " some return",
                                    plugin,
                                    now));
        } else if (now < CARRIERS && toldBusy.compareAndSet(true, false)) {
            about(() -> LOG.info("{} is called again: calls that computed have returned", plugin));
        }
    }

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
