package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;

import java.util.concurrent.atomic.AtomicLong;

/** How many lines a second go to where people read them. Any thread, without locks. */
final class Pace {

    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final int perSecond;

    /** The second, and in the lower bits how many lines were let through in it. */
    private final AtomicLong state = new AtomicLong();

    /** Zero means no limit. */
    Pace(int perSecond) {
        this.perSecond = (int) Math.min(perSecond, COUNT_MASK - 1);
    }

    int perSecond() {
        return perSecond;
    }

    /** Whether a line of this level, logged at this time, is let through. */
    boolean allows(Level level, long millis) {
        if (perSecond == 0) {
            return true;
        }
        long second = millis / 1000;
        long most = Math.max(1, (long) perSecond * LineQueue.quarters(level) / 4);
        while (true) {
            long now = state.get();
            long count = now >>> COUNT_BITS == second ? now & COUNT_MASK : 0;
            if (count >= most) {
                return false;
            }
            if (state.compareAndSet(now, second << COUNT_BITS | count + 1)) {
                return true;
            }
        }
    }
}
