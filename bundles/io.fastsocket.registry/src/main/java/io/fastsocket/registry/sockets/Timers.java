package io.fastsocket.registry.sockets;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One platform thread for all that must happen later; what it runs returns at once. */
public final class Timers implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    /** Starts the thread. */
    public Timers() {
        executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("fastsocket-timer").factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs a task later.
     *
     * @param delay from now
     * @param task must not block
     * @return cancelling it frees its memory at once
     */
    public Future<?> after(Duration delay, Runnable task) {
        return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the thread; what was to happen does not. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
