package io.fastsocket.transport.engineio;

/**
 * How many operations may wait for a loop before those who send more are held up: as many as it
 * gets through in a short while, learned from its turns. Answers of other threads wait behind them,
 * and one operation may be a packet to one client or a broadcast to thousands.
 */
final class LoopRoom {

    /** Longer than those who wait take to look again, so that the loop is never left idle. */
    private static final long SHORT_WHILE_NANOS = 2_000_000;

    private static final int MOST = 1024;
    private static final int LEAST = 16;

    /** How much of what was learned the next turn leaves. */
    private static final double KEPT = 0.875;

    private double lately;
    private double latelyNanos;
    private volatile int operations = MOST;

    /** Takes note of a turn, all that it wrote included; on the loop only. */
    void learn(int done, long nanos) {
        if (done == 0) {
            return;
        }
        lately = lately * KEPT + done;
        latelyNanos = latelyNanos * KEPT + nanos;
        double fitting = SHORT_WHILE_NANOS * lately / Math.max(1, latelyNanos);
        int now = (int) Math.clamp(fitting, LEAST, MOST);
        if (now != operations) {
            operations = now;
        }
    }

    /** Any thread. */
    int operations() {
        return operations;
    }
}
