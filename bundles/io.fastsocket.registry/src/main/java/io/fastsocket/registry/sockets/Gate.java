package io.fastsocket.registry.sockets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is in flight and can be closed: nobody enters any more, and a future tells when the
 * last one has left.
 *
 * <p>One word holds both, so that no one can slip in between a look and a step. Usable from any
 * thread, without locks.
 */
public final class Gate {

    private static final long CLOSED = Long.MIN_VALUE;

    private final AtomicLong state = new AtomicLong();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    /** Makes an open gate. */
    public Gate() {}

    /**
     * Enters.
     *
     * @return false if it is closed; then {@link #leave} must not be called
     */
    public boolean enter() {
        if (state.incrementAndGet() >= 0) {
            return true;
        }
        leave();
        return false;
    }

    /** Leaves; once for each {@link #enter} that returned true. */
    public void leave() {
        if (state.decrementAndGet() == CLOSED) {
            drained.complete(null);
        }
    }

    /**
     * Closes it; again without effect.
     *
     * @return completes when all have left
     */
    public CompletableFuture<Void> close() {
        if ((state.getAndUpdate(s -> s | CLOSED) & ~CLOSED) == 0) {
            drained.complete(null);
        }
        return drained;
    }

    /** Whether it is closed. */
    public boolean closed() {
        return state.get() < 0;
    }

    /** How many are inside. */
    public long inside() {
        return state.get() & ~CLOSED;
    }
}
