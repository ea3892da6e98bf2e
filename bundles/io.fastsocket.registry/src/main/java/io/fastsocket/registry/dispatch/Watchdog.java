package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.Overruns;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at running calls from a platform thread, so that handlers that occupy every carrier of
 * virtual threads cannot stop it.
 */
public final class Watchdog implements AutoCloseable {

    /** How often it looks: time limits are kept to within this many milliseconds. */
    private static final long INTERVAL_MILLIS = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Carriers carriers = new Carriers();
    private final Thread thread;
    private Set<Overruns> busy = Set.of();

    /** Starts the thread. */
    public Watchdog() {
        thread = Thread.ofPlatform().daemon().name("fastsocket-watchdog").start(this::run);
    }

    /** Something that may take too long. */
    interface Watched {

        /** Called again and again, from the watchdog's thread; returns at once. */
        void check(long nanoTime);

        /**
         * Asked at even intervals, from the watchdog's thread.
         *
         * @param nanoTime now
         * @return who has kept a carrier busy for too long, or null
         */
        default Overruns busy(long nanoTime) {
            return null;
        }
    }

    void add(Watched what) {
        watched.add(what);
    }

    void remove(Watched what) {
        watched.remove(what);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(INTERVAL_MILLIS);
                long now = System.nanoTime();
                for (Watched what : watched) {
                    check(what, now);
                }
                countBusy(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void countBusy(long now) {
        int calls = 0;
        Set<Overruns> found = new HashSet<>();
        for (Watched what : watched) {
            Overruns plugin = what.busy(now);
            if (plugin != null) {
                calls++;
                found.add(plugin);
            }
        }
        // One carrier more than cores is there anyway.
        carriers.extra(Math.max(0, calls - 1));
        busy.forEach(Overruns::tellBusy);
        found.stream().filter(plugin -> !busy.contains(plugin)).forEach(Overruns::tellBusy);
        busy = found;
    }

    private static void check(Watched what, long now) {
        try {
            what.check(now);
        } catch (RuntimeException e) {
            LOG.error("A time limit could not be enforced", e);
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
