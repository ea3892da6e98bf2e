package io.fastsocket.transport.engineio;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes all connections together hold of something, and may. A limit on each alone would
 * let many of them fill the memory. Usable from any thread.
 */
public final class MemoryBudget {

    private final AtomicLong used = new AtomicLong();
    private volatile long limit;

    /**
     * A budget of which nothing is used.
     *
     * @param limit bytes
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /**
     * Changes the limit; what is used stays used.
     *
     * @param bytes the new limit
     */
    public void limit(long bytes) {
        limit = bytes;
    }

    /**
     * The limit.
     *
     * @return bytes
     */
    public long limit() {
        return limit;
    }

    /**
     * What is used.
     *
     * @return bytes
     */
    public long used() {
        return used.get();
    }

    /**
     * Takes some bytes, unless that makes more than the limit.
     *
     * @param bytes how many
     * @return whether they were taken
     */
    public boolean take(long bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /**
     * Counts bytes that are held already, or gives some back.
     *
     * @param bytes how many; negative to give back
     */
    public void add(long bytes) {
        used.addAndGet(bytes);
    }

    /** Whether more is used than may be. */
    boolean exceeded() {
        return used.get() > limit;
    }

    /** Whether so little is used again that there is room for a while. */
    boolean relieved() {
        return used.get() <= limit - limit / 8;
    }
}
