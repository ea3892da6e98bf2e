package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.CallsInFlight;
import io.fastsocket.registry.routing.HandlerService;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /** How often it looks at who keeps carriers, as long as there are calls at all. */
    private static final long LOOK_MILLIS = 5;

    /** Looking is to take no more than one in so many parts of a core. */
    private static final long SHARE = 50;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Carriers carriers = new Carriers();
    private final Round round = new Round();
    private final Thread thread;

    /** Starts the thread. */
    public Watchdog() {
        thread = Thread.ofPlatform().daemon().name("fastsocket-watchdog").start(this::run);
    }

    /** Something that may take too long. */
    interface Watched {

        /** Called again and again, from the watchdog's thread; returns at once. */
        void check(long nanoTime);

        /** Says who keeps a carrier; from the watchdog's thread. */
        default void look(Round round) {}

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
        long pause = INTERVAL_MILLIS;
        long checked = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                long now = System.nanoTime();
                if (now - checked >= INTERVAL_MILLIS * NANOS_PER_MILLI) {
                    checked = now;
                    for (Watched what : watched) {
                        check(what, now);
                    }
                }
                lookAtCarriers(now);
                pause = watched.isEmpty() ? INTERVAL_MILLIS : soon(System.nanoTime() - now);
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

    private static long soon(long looking) {
        long share = SHARE * looking / NANOS_PER_MILLI;
        return Math.clamp(share, LOOK_MILLIS, INTERVAL_MILLIS);
    }

    private void lookAtCarriers(long now) {
        try {
            look(now);
        } catch (RuntimeException e) {
            LOG.error("Who keeps carriers could not be found out", e);
        }
    }

    private void look(long now) {
        round.begin(now);
        for (Watched what : watched) {
            what.look(round);
        }
        // Before there are more carriers, so that those are not for more of the same.
        int keeping = round.end();
        // One carrier more than cores is there anyway.
        carriers.extra(Math.max(0, keeping - 1), now);
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
