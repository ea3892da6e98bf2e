package io.fastsocket.registry.routing;

import io.fastsocket.registry.isolation.Breaker;
import io.fastsocket.registry.sockets.RecentSockets;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** A method that handles one event, with its options and its count. */
public final class EventMethod {

    private final HandlerService service;
    private final HandledEvent handled;
    private final byte[] key;
    private final BoundMethod method;
    private final boolean ordered;
    private final long timeoutNanos;
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Latency latency = new Latency(System.nanoTime());
    private final Inlining inlining;
    private final Heaviness heaviness = new Heaviness(this::calls);
    private final Breaker breaker;
    private final RecentSockets recent;
    private volatile PayloadCheck received;
    private volatile PayloadCheck answered;

    EventMethod(
            HandlerService service,
            HandledEvent handled,
            BoundMethod method,
            boolean ordered,
            boolean inline,
            long timeoutNanos) {
        this.service = service;
        this.handled = handled;
        this.key = handled.event().getBytes(StandardCharsets.UTF_8);
        this.method = method;
        this.ordered = ordered;
        this.inlining = new Inlining(inline, () -> latency.count(System.nanoTime()));
        this.recent = service.scope().received(handled.namespace(), handled.event());
        this.timeoutNanos = timeoutNanos;
        this.breaker = service.scope().isolation().breaker(method.name(), this::calls);
    }

    /** Whether it is streams that handle the event. */
    boolean stream() {
        return method.handlesStream();
    }

    /** The component it belongs to. */
    public HandlerService service() {
        return service;
    }

    /** The event's name. */
    public String event() {
        return handled.event();
    }

    /** It as contracts see it. */
    HandledEvent handled() {
        return handled;
    }

    /** Sets what its contract is to look at; null for nothing. */
    void keepTo(RevisionContract contract) {
        received = contract == null ? null : contract.received(handled);
        answered = contract == null ? null : contract.answered(handled);
    }

    /** What is looked at in its arguments; null for nothing. */
    public PayloadCheck received() {
        return received;
    }

    /** What is looked at in its acknowledgement; null for nothing. */
    public PayloadCheck answered() {
        return answered;
    }

    /** How often either was not as the contract says. */
    public long violations() {
        return violations(received) + violations(answered);
    }

    private static long violations(PayloadCheck check) {
        return check == null ? 0 : check.violations();
    }

    byte[] key() {
        return key;
    }

    /** What is called. */
    public BoundMethod method() {
        return method;
    }

    /** Whether later events wait for it. */
    public boolean ordered() {
        return ordered;
    }

    /** Whether it is meant to run on the event loop. */
    public boolean markedInline() {
        return inlining.marked();
    }

    /** Whether it runs there now. */
    public boolean inline() {
        return inlining.now();
    }

    /**
     * Counts a call on the event loop that took too long. Ten seconds later it is forgotten.
     *
     * @param allowed how many may
     * @param nanos how long it took
     * @param end when it ended, in {@link System#nanoTime()}
     * @return 0, or if this one was one too many, for how many nanoseconds the method has just been
     *     taken off the event loop
     */
    public long overran(int allowed, long nanos, long end) {
        return inlining.overran(allowed, nanos, end);
    }

    /** A call of it has been found to compute for long; by the watchdog's thread. */
    public void foundComputing(long nanoTime) {
        heaviness.found(nanoTime);
    }

    /** Whether its calls compute for long, as a rule. */
    public boolean heavy() {
        return heaviness.now();
    }

    /** Its own time limit in nanoseconds, or 0 for the server's default. */
    public long timeoutNanos() {
        return timeoutNanos;
    }

    /**
     * Counts a call.
     *
     * @param nanos how long it took
     * @param now when it ended, in {@link System#nanoTime()}
     */
    public void ended(long nanos, long now) {
        calls.increment();
        latency.record(nanos, now);
        inlining.ended(now);
    }

    /** Counts a call that was answered with an error. */
    public void failed() {
        errors.increment();
    }

    /** Counts a call that failed, or took longer than it may; it is one of those with an error. */
    public void broke() {
        failures.increment();
    }

    /** How many calls failed, or took longer than they may. */
    public long failures() {
        return failures.sum();
    }

    /** Whether it is to be called. */
    public Breaker breaker() {
        return breaker;
    }

    /** How many calls have ended. */
    public long calls() {
        return calls.sum();
    }

    /** How many calls were answered with an error. */
    public long errors() {
        return errors.sum();
    }

    /** Which sockets called it lately, or its like in another revision of the plugin. */
    public RecentSockets recent() {
        return recent;
    }

    /** How long calls took lately. */
    public Latency latency() {
        return latency;
    }
}
