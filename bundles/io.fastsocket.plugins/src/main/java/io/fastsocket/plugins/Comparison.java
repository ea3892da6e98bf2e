package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.EventFigures;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says whether a revision does clearly worse than the one before it: whether a greater share of the
 * calls of one event fail, violate the contract, or are slow. Immutable.
 *
 * <p>Shares are compared by the test for two proportions (a normal approximation with the pooled
 * share). It has to be five standard errors, since it is asked several times a second for a minute,
 * for each event: by chance alone that is exceeded once in three million looks. And it has to be
 * five points, since what is certain need not matter. A call is slow that takes more than four
 * times what 99 of 100 calls took before, and 10 ms more.
 */
final class Comparison {

    /** Calls of either revision below which nothing is said. */
    static final int LEAST_CALLS = 50;

    private static final double LEAST_ERRORS = 5;
    private static final double LEAST_POINTS = 0.05;
    private static final int TIMES_SLOWER = 4;
    private static final Duration SLOWER_BY = Duration.ofMillis(10);

    private final Map<String, EventFigures> before;
    private final String when;

    /**
     * With the figures of the revision before.
     *
     * @param before asked with {@link #slow} of what it did
     */
    Comparison(Map<String, EventFigures> before) {
        this(before, "before");
    }

    /**
     * With the figures of another.
     *
     * @param other asked with {@link #slow} of what it did
     * @param when that was, in a word or two
     */
    Comparison(Map<String, EventFigures> other, String when) {
        this.before = other;
        this.when = when;
    }

    /** Whether there are calls enough of any event. */
    static boolean saysSomething(Map<String, EventFigures> figures) {
        return figures.values().stream().anyMatch(each -> each.calls() >= LEAST_CALLS);
    }

    /** How long a call may take that is not slow, by event. */
    static Map<String, Duration> slow(Map<String, EventFigures> before) {
        Map<String, Duration> slow = new HashMap<>();
        before.forEach((event, figures) -> slow.put(event, slow(figures.p99())));
        return slow;
    }

    private static Duration slow(Duration p99) {
        Duration times = p99.multipliedBy(TIMES_SLOWER);
        Duration more = p99.plus(SLOWER_BY);
        return times.compareTo(more) > 0 ? times : more;
    }

    /**
     * What is clearly worse.
     *
     * @param settled the figures of the new revision when it had been in service for a moment; what
     *     was slow until then does not count, since its code was cold
     * @param now its figures now
     * @return one half-sentence with the figures; empty if nothing is
     */
    Optional<String> worse(Map<String, EventFigures> settled, Map<String, EventFigures> now) {
        for (Map.Entry<String, EventFigures> each : new TreeMap<>(now).entrySet()) {
            EventFigures old = before.get(each.getKey());
            EventFigures warm = settled.get(each.getKey());
            if (old != null) {
                Optional<String> found = worse(each.getKey(), old, warm, each.getValue());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> worse(
            String event, EventFigures old, EventFigures warm, EventFigures now) {
        Share oldSlow = new Share(old.slow(), old.timed());
        long warmTimed = warm == null ? 0 : warm.timed();
        long warmSlow = warm == null ? 0 : warm.slow();
        // After a minute the first calls are no longer among those that are timed.
        Share nowSlow =
                now.timed() < warmTimed
                        ? new Share(now.slow(), now.timed())
                        : new Share(now.slow() - warmSlow, now.timed() - warmTimed);
        return worse(event, "failed", new Share(old.failed(), old.calls()), failed(now))
                .or(() -> worse(event, "were not as the contract says", bad(old), bad(now)))
                .or(
                        () ->
                                worse(
                                        event,
                                        "took more than " + slow(old.p99()).toMillis() + " ms",
                                        oldSlow,
                                        nowSlow));
    }

    private static Share failed(EventFigures figures) {
        return new Share(figures.failed(), figures.calls());
    }

    private static Share bad(EventFigures figures) {
        return new Share(Math.min(figures.violations(), figures.calls()), figures.calls());
    }

    private Optional<String> worse(String event, String what, Share old, Share now) {
        if (!now.isClearlyMoreThan(old)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %d calls of %s %s, %s it was %s of %d"
                        .formatted(now, now.of(), event, what, when, old, old.of()));
    }

    /** So many of so many. */
    private record Share(long part, long of) {

        double value() {
            return (double) part / of;
        }

        boolean isClearlyMoreThan(Share old) {
            if (of < LEAST_CALLS || old.of < LEAST_CALLS) {
                return false;
            }
            double more = value() - old.value();
            double pooled = (double) (part + old.part) / (of + old.of);
            double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / of + 1.0 / old.of));
            return more >= LEAST_POINTS && more >= LEAST_ERRORS * error;
        }

        @Override
        public String toString() {
            return "%.1f %%".formatted(100 * value());
        }
    }
}
