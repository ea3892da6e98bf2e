package io.fastsocket.registry.sockets;

import java.util.BitSet;

/** Counts different sockets that did one thing or another. Used by one thread. */
public final class SocketCount {

    private final BitSet fields = new BitSet(RecentSockets.FIELDS);
    private final int now;

    /**
     * None yet.
     *
     * @param nanoTime now, as {@link System#nanoTime()} counts
     */
    public SocketCount(long nanoTime) {
        now = Minutes.of(nanoTime);
    }

    /** Adds those that did something within the last hour. */
    public void add(RecentSockets some) {
        int[] minutes = some.minutes();
        for (int i = 0; minutes != null && i < minutes.length; i++) {
            if (Minutes.lately(minutes[i], now)) {
                fields.set(i);
            }
        }
    }

    /**
     * Adds one.
     *
     * @param id its id
     */
    public void add(String id) {
        fields.set(RecentSockets.field(id));
    }

    /**
     * How many they are: those in fields of their own, and as many more as are likely to share them
     * (Whang and others, A Linear-Time Probabilistic Counting Algorithm, 1990).
     *
     * @return at most about 34,000, which then means so many or more
     */
    public int sum() {
        double all = RecentSockets.FIELDS;
        double free = Math.max(1, all - fields.cardinality());
        return (int) Math.round(all * Math.log(all / free));
    }
}
