package io.fastsocket.registry.streams;

import io.fastsocket.registry.sockets.Timers;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What all streams share: time, and who looks at their figures. */
public final class Streaming {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Timers timers;
    private final Supplier<Duration> callWait;
    private final Set<StreamRun> measured = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /**
     * Begins without streams.
     *
     * @param timers the clock
     * @param callWait how long a component that goes away is held for its calls
     */
    public Streaming(Timers timers, Supplier<Duration> callWait) {
        this.timers = timers;
        this.callWait = callWait;
    }

    Future<?> after(Duration delay, Runnable task) {
        try {
            return timers.after(delay, task);
        } catch (RejectedExecutionException e) {
            // The registry has gone, and with it all that was to happen.
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * How long a stream that has been completed may take to end: a little less than what its
     * component is held for, so that this has not given up before.
     */
    Duration limit() {
        return callWait.get().multipliedBy(4).dividedBy(5);
    }

    void measure(StreamRun run) {
        measured.add(run);
        if (ticking.compareAndSet(false, true)) {
            after(SECOND, this::tick);
        }
    }

    void forget(StreamRun run) {
        measured.remove(run);
    }

    private void tick() {
        measured.forEach(run -> run.figures().tick());
        ticking.set(false);
        if (!measured.isEmpty() && ticking.compareAndSet(false, true)) {
            after(SECOND, this::tick);
        }
    }
}
