package io.fastsocket.registry.streams;

import java.util.ArrayList;
import java.util.List;

/**
 * Streams that a method asks for by hand while it is called and what it returns is subscribed to,
 * such as the other one of a join: they are completed with the method's own. Its component may be
 * the only one of the plugin's that goes, and would else wait for them in vain.
 */
public final class Composed {

    private static final ThreadLocal<Composed> CURRENT = new ThreadLocal<>();

    private final List<Runnable> ends = new ArrayList<>();
    private boolean complete;

    Composed() {}

    /** What a method does. */
    @FunctionalInterface
    interface Method {
        void call() throws Throwable;
    }

    /** Calls a method; streams asked for by this thread meanwhile belong to it. */
    void during(Method method) throws Throwable {
        CURRENT.set(this);
        try {
            method.call();
        } finally {
            CURRENT.remove();
        }
    }

    /**
     * A stream has been asked for by hand.
     *
     * @param end completes it; run once at most, and not at all if no method is being called
     */
    public static void add(Runnable end) {
        Composed current = CURRENT.get();
        if (current != null && !current.keep(end)) {
            end.run();
        }
    }

    private synchronized boolean keep(Runnable end) {
        return !complete && ends.add(end);
    }

    /** Completes them, and those to come. */
    void complete() {
        List<Runnable> all;
        synchronized (this) {
            complete = true;
            all = List.copyOf(ends);
            ends.clear();
        }
        all.forEach(Runnable::run);
    }
}
