package io.fastsocket.registry.isolation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.LongSupplier;

/**
 * How far one plugin is ahead of what its computing calls may allocate in a second: all plugins
 * wait while the heap is collected that they share. By the watchdog's thread.
 */
final class Allocation {

    private static final Logger LOG = LoggerFactory.getLogger(Allocation.class);
    private static final long SECOND = 1_000_000_000;

    /** No call is paid for by more than that: what one did long ago is no reason to wait now. */
    private static final int MOST_SECONDS = 10;

    /** With a limit of one megabyte in a second. */
    private static final long NANOS_PER_BYTE = SECOND / 1_000_000;

    private final String plugin;
    private final LongSupplier limit;
    private final Seldom seldom = new Seldom();

    /**
     * Bytes allocated beyond what was allowed at that time; negative if there are some to spend.
     */
    private long ahead;

    private long at = System.nanoTime() - SECOND;

    /**
     * Begins with a second's worth to spend.
     *
     * @param plugin symbolic name
     * @param limit megabytes in a second; 0 for any number
     */
    Allocation(String plugin, LongSupplier limit) {
        this.plugin = plugin;
        this.limit = limit;
    }

    /** So much more has been allocated; what was not for a second stays to spend. */
    void add(long bytes, long nanoTime) {
        settle(nanoTime);
        ahead = Math.min(ahead + bytes, MOST_SECONDS * allowed(SECOND));
    }

    /** Whether it is more than may be by now. */
    boolean isAhead(long nanoTime) {
        settle(nanoTime);
        return ahead > 0;
    }

    private void settle(long nanoTime) {
        long before = Math.min(ahead, MOST_SECONDS * allowed(SECOND));
        long since = Math.min(nanoTime - at, (MOST_SECONDS + 1) * SECOND);
        at = nanoTime;
        ahead = Math.max(before - allowed(since), -allowed(SECOND));
    }

    /** Bytes. */
    private long allowed(long nanos) {
        return limit.getAsLong() * nanos / NANOS_PER_BYTE;
    }

    /** Says so, from time to time. */
    void tell() {
        if (seldom.now(System.nanoTime())) {
            LOG.warn(
                    "{} allocates more than {} MB a second in calls that compute for long, its"
                            + " allocationLimit, so that further ones wait. If that is what it is"
                            + " for, give it a higher one in etc/io.fastsocket.registry.cfg",
                    plugin,
                    limit.getAsLong());
        }
    }
}
