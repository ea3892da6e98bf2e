package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.BusyCalls;

import java.util.HashSet;
import java.util.Set;

/** One look at all calls after another: who keeps carriers. The watchdog's thread only. */
final class Round {

    /** Those to be told. */
    private final Set<BusyCalls> plugins = new HashSet<>();

    private long now;
    private int keeping;

    /** Begins anew. */
    void begin(long nanoTime) {
        now = nanoTime;
        keeping = 0;
    }

    /** When it began, as {@link System#nanoTime()} counts. */
    long now() {
        return now;
    }

    /** A call of the plugin keeps a carrier. */
    void keeps(BusyCalls plugin) {
        keeping++;
        plugins.add(plugin);
    }

    /** Tells the plugins; how many calls keep carriers. */
    int end() {
        plugins.removeIf(plugin -> !plugin.counted(now));
        return keeping;
    }
}
