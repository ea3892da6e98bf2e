package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.Overruns;
import io.fastsocket.registry.routing.CallsInFlight;
import io.fastsocket.registry.routing.HandlerService;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at running calls from a platform thread, so that handlers that occupy every carrier of
 * virtual threads cannot stop it.
 */
public final class Watchdog implements CallsInFlight, AutoCloseable {

    /** How often it looks: time limits are kept to within this many milliseconds. */
    private static final long INTERVAL_MILLIS = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Carriers carriers = new Carriers();
    private final Thread thread;

    /** Those to be told; the thread's only. */
    private final Set<Overruns> busy = new HashSet<>();

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

        /**
         * Ends the call that is being made, if it is one of those services'. From any thread;
         * returns at once.
         *
         * @return class and method, or null if there was nothing to end
         */
        default String cutOff(Set<HandlerService> services) {
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

    @Override
    public Map<String, Integer> cutOff(Set<HandlerService> services) {
        Map<String, Integer> ended = new TreeMap<>();
        for (Watched what : watched) {
            String handler = what.cutOff(services);
            if (handler != null) {
                ended.merge(handler, 1, Integer::sum);
            }
        }
        return ended;
    }

    private void countBusy(long now) {
        int calls = 0;
        for (Watched what : watched) {
            Overruns plugin = what.busy(now);
            if (plugin != null) {
                calls++;
                busy.add(plugin);
            }
        }
        // Before there are more carriers, so that those are not for more of the same.
        busy.removeIf(plugin -> !plugin.tellBusy());
        // One carrier more than cores is there anyway.
        carriers.extra(Math.max(0, calls - 1));
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
