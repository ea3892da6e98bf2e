package io.fastsocket.registry.sockets;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Counts the calls of one plugin that go on past their time limit although they were interrupted.
 * Virtual threads are not time-sliced, so each may occupy a carrier: a plugin with too many of them
 * gets no more events until they return. Usable from any thread, without locks.
 */
public final class Overruns {

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final String plugin;
    private final IntSupplier limit;

    Overruns(String plugin, IntSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** Whether the plugin is to be given nothing for now. */
    public boolean tooMany() {
        int now = running.get();
        return now > 0 && now >= limit.getAsInt();
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

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
