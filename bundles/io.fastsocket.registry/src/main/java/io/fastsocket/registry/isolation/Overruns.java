package io.fastsocket.registry.isolation;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts the calls of one plugin that go on past their time limit although they were interrupted;
 * with too many of them it gets no more events until they return. Usable from any thread, without
 * locks.
 */
public final class Overruns {

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final String plugin;
    private final LongSupplier limit;

    /** Begins with none. */
    Overruns(String plugin, LongSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** Whether they are too many. */
    boolean tooMany() {
        int now = running.get();
        return now > 0 && now >= limit.getAsLong();
    }

    /** How many calls go on past their time limit. */
    public int running() {
        return running.get();
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

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
