package io.fastsocket.registry.sockets;

/**
 * About how many different sockets did something within the last hour, in 16 KB however many they
 * are: each socket has, by its id, one of 4096 fields, which holds the minute in which one of its
 * sockets did it last (linear counting, with stamps instead of bits). Marking takes no lock and
 * writes once a minute and field; of two threads that mark the same field, either may win.
 */
public final class RecentSockets {

    private static final int BITS = 12;

    /** How many sockets can be told apart, in the best case. */
    static final int FIELDS = 1 << BITS;

    /** Made with the first mark: most events of most plugins are hardly used. */
    private volatile int[] minutes;

    /** None yet. */
    public RecentSockets() {}

    /**
     * A socket did it.
     *
     * @param id the socket's
     * @param nanoTime when, as {@link System#nanoTime()} counts
     */
    public void mark(String id, long nanoTime) {
        int[] known = minutes;
        if (known == null) {
            known = make();
        }
        int minute = Minutes.of(nanoTime);
        int field = field(id);
        if (known[field] != minute) {
            known[field] = minute;
        }
    }

    private synchronized int[] make() {
        if (minutes == null) {
            minutes = new int[FIELDS];
        }
        return minutes;
    }

    /** The minutes in which sockets did it last, by {@link #field}; null if none ever did. */
    int[] minutes() {
        return minutes;
    }

    /** Ids are random, their hashes only nearly so: the upper bits of a product are (Knuth). */
    static int field(String id) {
        return (id.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }
}
