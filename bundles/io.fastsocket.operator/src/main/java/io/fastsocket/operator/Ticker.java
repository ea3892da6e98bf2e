package io.fastsocket.operator;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something again and again, at an interval that may change. */
final class Ticker implements AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fastsocket-operator").factory());
    private final Runnable task;
    private Duration interval;
    private ScheduledFuture<?> ticks;

    Ticker(Runnable task) {
        this.task = task;
    }

    synchronized void every(Duration now) {
        if (timer.isShutdown() || now.equals(interval)) {
            return;
        }
        if (ticks != null) {
            ticks.cancel(false);
        }
        interval = now;
        ticks = timer.scheduleAtFixedRate(task, 0, now.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
