package io.fastsocket.registry.demand;

import java.time.Duration;

/**
 * On which terms a client subscribes.
 *
 * @param policy what becomes of events beyond the credits
 * @param sample the shortest time between two, of {@link Policy#SAMPLE}; else zero
 * @param credits how many it is sent without asking for more
 */
record Terms(Policy policy, Duration sample, int credits) {

    /** Enough for any window of what is under way; what waits on a connection is bounded by it. */
    static final int MOST_CREDITS = 10_000;
}
