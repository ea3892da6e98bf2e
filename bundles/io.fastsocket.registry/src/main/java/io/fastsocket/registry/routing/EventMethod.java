package io.fastsocket.registry.routing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;

/** A method that handles one event, with its options and its count. */
public final class EventMethod {

    /** Overruns further apart are the machine's doing (a collection, a start), not the method's. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private final HandlerService service;
    private final String event;
    private final byte[] key;
    private final BoundMethod method;
    private final boolean ordered;
    private final long timeoutNanos;
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final Latency latency = new Latency(System.nanoTime());
    private final Deque<Long> overruns = new ArrayDeque<>();
    private volatile boolean inline;

    EventMethod(
            HandlerService service,
            String event,
            BoundMethod method,
            boolean ordered,
            boolean inline,
            long timeoutNanos) {
        this.service = service;
        this.event = event;
        this.key = event.getBytes(StandardCharsets.UTF_8);
        this.method = method;
        this.ordered = ordered;
        this.inline = inline;
        this.timeoutNanos = timeoutNanos;
    }

    /** The component it belongs to. */
    public HandlerService service() {
        return service;
    }

    /** The event's name. */
    public String event() {
        return event;
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

    /** Whether it still runs on the event loop. */
    public boolean inline() {
        return inline;
    }

    /**
     * Counts a call on the event loop that took too long. Ten seconds later it is forgotten.
     *
     * @param allowed how many may
     * @param nanoTime when it ended, in {@link System#nanoTime()}
     * @return true if this one was one too many: the method has just been moved off the event loop
     */
    public boolean overran(int allowed, long nanoTime) {
        synchronized (overruns) {
            while (!overruns.isEmpty() && nanoTime - overruns.peek() >= WINDOW_NANOS) {
                overruns.remove();
            }
            overruns.add(nanoTime);
            if (!inline || overruns.size() < allowed) {
                return false;
            }
            inline = false;
            overruns.clear();
            return true;
        }
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
    }

    /** Counts a call that was answered with an error. */
    public void failed() {
        errors.increment();
    }

    /** How many calls have ended. */
    public long calls() {
        return calls.sum();
    }

    /** How many calls were answered with an error. */
    public long errors() {
        return errors.sum();
    }

    /** How long calls took lately. */
    public Latency latency() {
        return latency;
    }
}
