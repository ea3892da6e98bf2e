package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a revision has done since a moment. Belongs to the deployer's thread.
 *
 * <p>Calls are counted from that moment on; how long they took is known of the last minute or two.
 */
final class TrialFigures {

    private final HandlerRevision handlers;
    private final Map<String, EventFigures> begin;

    /** From now on. */
    TrialFigures(HandlerRevision handlers) {
        this.handlers = handlers;
        this.begin = handlers.figures(Map.of());
    }

    /**
     * By event.
     *
     * @param slow as {@link HandlerRevision#figures} has it
     */
    Map<String, EventFigures> since(Map<String, Duration> slow) {
        Map<String, EventFigures> since = new HashMap<>();
        handlers.figures(slow)
                .forEach((event, now) -> since.put(event, minus(now, begin.get(event))));
        return since;
    }

    /** A component that was made anew has begun to count anew. */
    private static EventFigures minus(EventFigures now, EventFigures before) {
        if (before == null || now.calls() < before.calls()) {
            return now;
        }
        return new EventFigures(
                now.calls() - before.calls(),
                now.failed() - before.failed(),
                now.violations() - before.violations(),
                now.timed(),
                now.slow(),
                now.p99());
    }

    /** For people: of all events together; of p99 the greatest. */
    @Override
    public String toString() {
        long calls = 0;
        long failed = 0;
        Duration p99 = Duration.ZERO;
        for (EventFigures each : since(Map.of()).values()) {
            calls += each.calls();
            failed += each.failed();
            p99 = p99.compareTo(each.p99()) < 0 ? each.p99() : p99;
        }
        return String.format(
                Locale.ROOT,
                "%d calls, %d failed, p99 %.1f ms",
                calls,
                failed,
                p99.toNanos() / 1e6);
    }
}
