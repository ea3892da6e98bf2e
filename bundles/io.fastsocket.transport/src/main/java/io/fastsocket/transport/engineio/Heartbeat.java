package io.fastsocket.transport.engineio;

/**
 * When a connection's next ping is due, and until when its client has to have answered the last
 * one. Milliseconds of {@link LoopShard#now}.
 */
final class Heartbeat {

    /** What there is to do. */
    enum Due {
        NOTHING,
        PING,
        TIMEOUT
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final int interval;
    private final int timeout;
    private long nextPing;
    private long pongDeadline = NEVER;
    private long lastScan;

    Heartbeat(EngineSettings settings) {
        interval = settings.pingInterval();
        timeout = settings.pingTimeout();
        lastScan = LoopShard.now();
        nextPing = lastScan + interval;
    }

    /** Looks at the deadlines; moves them first, by {@code grace} or while reading is paused. */
    Due scan(long now, long grace, boolean paused) {
        long still = paused ? now - lastScan : grace;
        lastScan = now;
        if (still > 0 && pongDeadline != NEVER) {
            pongDeadline += still;
        }
        if (now >= pongDeadline) {
            return Due.TIMEOUT;
        }
        if (pongDeadline == NEVER && now >= nextPing) {
            // Counted from when it was due, unless the loop was held up.
            pongDeadline = Math.max(nextPing, now - LoopShard.HELD_UP) + timeout;
            return Due.PING;
        }
        return Due.NOTHING;
    }

    void pong() {
        if (pongDeadline != NEVER) {
            pongDeadline = NEVER;
            nextPing = LoopShard.now() + interval;
        }
    }

    /** Reading goes on. */
    void resumed() {
        long now = LoopShard.now();
        if (pongDeadline != NEVER) {
            pongDeadline += now - lastScan;
        }
        lastScan = now;
    }
}
