package io.fastsocket.registry.streams;

/**
 * Through how many streams something has gone that a plugin sends. What a stream sends has gone
 * through one more than anything that it was ever given: so in a circle the number grows with each
 * round, whatever its elements have become on the way, and ends it.
 */
public final class Hops {

    /** What has gone through more enters no stream. */
    static final int MOST = 32;

    private static final ThreadLocal<StreamRun> CURRENT = new ThreadLocal<>();

    private Hops() {}

    /** Of what the current thread sends now; 0 if that comes from no stream. */
    public static int next() {
        StreamRun stream = CURRENT.get();
        return stream == null ? 0 : stream.intake().hops() + 1;
    }

    /** From now on the current thread works for that stream; null for none. */
    static void set(StreamRun stream) {
        CURRENT.set(stream);
    }

    /** What is scheduled for later still works for the stream that has scheduled it. */
    static Runnable carried(Runnable task) {
        StreamRun stream = CURRENT.get();
        return stream == null ? task : () -> run(stream, task);
    }

    private static void run(StreamRun stream, Runnable task) {
        StreamRun before = CURRENT.get();
        CURRENT.set(stream);
        try {
            task.run();
        } finally {
            CURRENT.set(before);
        }
    }
}
