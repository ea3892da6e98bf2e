package io.fastsocket.transport.socketio;

/**
 * How often something may happen: so many times a second on average, and so many at once after a
 * rest. Kept as the moment at which the bucket is full again; times are those of {@link
 * System#nanoTime}. One thread at a time.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final long interval;
    private final long depth;
    private long full;
    private long told;

    /** A full bucket. */
    TokenBucket(int rate, int burst, long now) {
        interval = SECOND / rate;
        depth = interval * burst;
        full = now;
        told = now - SECOND;
    }

    /** Takes a token; false if there is none. */
    boolean take(long now) {
        if (full - now < 0) {
            full = now;
        }
        if (full + interval - now > depth) {
            return false;
        }
        full += interval;
        return true;
    }

    /** Whether to say that there is none: once a second. */
    boolean tell(long now) {
        boolean due = now - told >= SECOND;
        if (due) {
            told = now;
        }
        return due;
    }
}
