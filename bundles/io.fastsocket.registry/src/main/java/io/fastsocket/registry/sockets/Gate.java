package io.fastsocket.registry.sockets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final CompletableFuture<Void> drained;

    /** Makes an open gate. */
    public Gate() {
        drained = left;
    }

    /**
     * Makes an open gate.
     *
     * @param last what is to happen when all have left, and also to be waited for; called once,
     *     does not block
     */
    public Gate(Supplier<CompletableFuture<Void>> last) {
        drained = left.thenCompose(nothing -> last.get());
    }

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
            left.complete(null);
        }
    }

    /**
     * Closes it; again without effect.
     *
     * @return completes when all have left, and what is to happen then has
     */
    public CompletableFuture<Void> close() {
        if ((state.getAndUpdate(s -> s | CLOSED) & ~CLOSED) == 0) {
            left.complete(null);
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
