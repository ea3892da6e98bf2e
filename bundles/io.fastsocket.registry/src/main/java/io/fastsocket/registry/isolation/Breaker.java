package io.fastsocket.registry.isolation;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Has one handler called no more for a while when too many of its calls fail; then a few calls try
 * whether it works again. Usable from any thread; while it is closed a call costs one look.
 */
public final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String plugin;
    private final String handler;
    private final Supplier<Limits> limits;
    private final Failures failures;
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<Phase> phase = new AtomicReference<>(new Closed());

    Breaker(String plugin, String handler, Supplier<Limits> limits, LongSupplier calls) {
        this.plugin = plugin;
        this.handler = handler;
        this.limits = limits;
        failures = new Failures(calls);
    }

    private sealed interface Phase {}

    private record Closed() implements Phase {}

    /** Until when, as {@link System#nanoTime()} counts. */
    private record Open(long until) implements Phase {}

    /** Probes not yet begun, and not yet ended well. */
    private record HalfOpen(AtomicInteger left, AtomicInteger missing) implements Phase {}

    /** Whether a call may be made. */
    public enum Pass {
        /** It may. */
        FREE,
        /** It may, and what becomes of it decides: {@link Breaker#ended} has to follow. */
        PROBE,
        /** It may not. */
        REFUSED
    }

    /** What became of a call. */
    public enum Outcome {
        /** It was not made. */
        UNUSED,
        /** It ended, perhaps with an error of the plugin's own numbers. */
        GOOD,
        /** It failed, or took longer than it may. */
        FAILED
    }

    /** Asks whether a call may be made. */
    public Pass enter() {
        Phase now = phase.get();
        return now instanceof Closed ? Pass.FREE : enter(now);
    }

    private Pass enter(Phase now) {
        Phase current = now;
        if (current instanceof Open open && System.nanoTime() - open.until() >= 0) {
            int probes = (int) limits.get().get(Limit.BREAKER_PROBES);
            HalfOpen next = new HalfOpen(new AtomicInteger(probes), new AtomicInteger(probes));
            current = phase.compareAndSet(open, next) ? next : phase.get();
        }
        if (current instanceof HalfOpen half && half.left().getAndUpdate(Breaker::less) > 0) {
            return Pass.PROBE;
        }
        if (current instanceof Closed) {
            return Pass.FREE;
        }
        refused.increment();
        return Pass.REFUSED;
    }

    private static int less(int left) {
        return Math.max(0, left - 1);
    }

    /**
     * Tells what became of a call that was let through. Those that were free need it only if they
     * failed.
     *
     * @param pass what {@link #enter} said
     * @param outcome what became of it
     */
    public void ended(Pass pass, Outcome outcome) {
        Phase now = phase.get();
        if (pass == Pass.PROBE && now instanceof HalfOpen half) {
            probed(half, outcome);
        } else if (outcome == Outcome.FAILED && now instanceof Closed) {
            failed(now);
        }
    }

    private void probed(HalfOpen half, Outcome outcome) {
        switch (outcome) {
            case UNUSED -> half.left().incrementAndGet();
            case FAILED -> phase.compareAndSet(half, open());
            case GOOD -> {
                if (half.missing().decrementAndGet() == 0
                        && phase.compareAndSet(half, new Closed())) {
                    failures.forget();
                    about(() -> LOG.info("{} works again: it is called as before", handler));
                }
            }
        }
    }

    private void failed(Phase closed) {
        Limits now = limits.get();
        Failures.Rate rate = failures.add(System.nanoTime(), now.nanos(Limit.BREAKER_WINDOW));
        long allowed = now.get(Limit.BREAKER_ERRORS);
        if (allowed > 0
                && rate.calls() >= now.get(Limit.BREAKER_CALLS)
                && rate.failed() * 100 >= allowed * rate.calls()
                && phase.compareAndSet(closed, open())) {
            about(
                    () ->
                            LOG.warn(
                                    "{} failed in {} of its last {} calls: it is called no more for"
                                            + " {} ms, then {} calls try whether it works again",
                                    handler,
                                    rate.failed(),
                                    rate.calls(),
                                    now.get(Limit.BREAKER_PAUSE),
                                    now.get(Limit.BREAKER_PROBES)));
        }
    }

    private Open open() {
        return new Open(System.nanoTime() + limits.get().nanos(Limit.BREAKER_PAUSE));
    }

    /** Whether calls are refused now. */
    public boolean closed() {
        return phase.get() instanceof Closed;
    }

    /** How it is, for people: closed, half-open, or open and for how long. */
    public String state() {
        return switch (phase.get()) {
            case Closed c -> "closed";
            case HalfOpen h -> "half-open";
            case Open open -> {
                long left = TimeUnit.NANOSECONDS.toMillis(open.until() - System.nanoTime());
                yield left > 0 ? "open for " + left + " ms more" : "open until the next call";
            }
        };
    }

    /** How many calls were refused. */
    public long refused() {
        return refused.sum();
    }

    private void about(Runnable logging) {
        LogContext.about(plugin, null, null, null, logging);
    }
}
