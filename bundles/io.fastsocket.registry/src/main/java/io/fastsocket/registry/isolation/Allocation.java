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

    /** Nanoseconds that a byte takes, by megabytes in a second. */
    private static final long NANOS_PER_BYTE_BY_LIMIT = SECOND / 1_000_000;

    private final String plugin;
    private final LongSupplier limit;
    private final Seldom seldom = new Seldom();

    /** What has been allocated takes until then. */
    private long end = System.nanoTime() - SECOND;

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
        long most = limit.getAsLong();
        if (most > 0) {
            long from = end - (nanoTime - SECOND) > 0 ? end : nanoTime - SECOND;
            end = from + bytes * NANOS_PER_BYTE_BY_LIMIT / most;
        }
    }

    /** Whether it is more than may be by now. */
    boolean isAhead(long nanoTime) {
        return limit.getAsLong() > 0 && end - nanoTime > 0;
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
