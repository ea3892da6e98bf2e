package io.fastsocket.registry.sockets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which events a plugin sent within the last hour. To whom is not kept: a broadcast knows rooms,
 * and a mark for each of thousands of receivers would cost more than sending does.
 */
public final class RecentlySent {

    /** Plugins may make up names; from so many on all others count as sent. */
    private static final int MOST = 1000;

    private static final class Stamp {
        private volatile int minute;
    }

    private final ConcurrentMap<String, Stamp> events = new ConcurrentHashMap<>();
    private final Stamp others = new Stamp();

    RecentlySent() {}

    /** An event is sent now. */
    void sent(String event) {
        sent(event, System.nanoTime());
    }

    void sent(String event, long nanoTime) {
        Stamp stamp = events.get(event);
        if (stamp == null) {
            stamp = events.size() < MOST ? make(event) : others;
        }
        int minute = Minutes.of(nanoTime);
        if (stamp.minute != minute) {
            stamp.minute = minute;
        }
    }

    private Stamp make(String event) {
        return events.computeIfAbsent(event, name -> new Stamp());
    }

    /**
     * Whether it was sent.
     *
     * @param event its name
     * @param nanoTime now, as {@link System#nanoTime()} counts
     */
    public boolean lately(String event, long nanoTime) {
        return Minutes.lately(events.getOrDefault(event, others).minute, Minutes.of(nanoTime));
    }
}
