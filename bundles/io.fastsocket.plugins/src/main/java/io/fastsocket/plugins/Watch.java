package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.EventFigures;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a while how a revision does that has replaced another. Belongs to the deployer's
 * thread.
 */
final class Watch {

    /** How long its code may be cold. */
    private static final Duration COLD = Duration.ofSeconds(1);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Baseline before;
    private final Revision revision;
    private final long begin = System.nanoTime();
    private long lookedAt = begin;
    private Map<String, EventFigures> settled;

    /**
     * Begins to look.
     *
     * @param before how the revision did that was replaced
     * @param revision the one in its place
     */
    Watch(Baseline before, Revision revision) {
        this.before = before;
        this.revision = revision;
    }

    /** Whose figures the new one's are held against. */
    Baseline before() {
        return before;
    }

    /** Whether this is what it looks at. */
    boolean isFor(Revision other) {
        return revision.equals(other);
    }

    /**
     * What is clearly worse now.
     *
     * @return with the time since it came; empty if nothing is, or it is not time to look yet
     */
    Optional<String> worse() {
        long now = System.nanoTime();
        if (now - lookedAt < INTERVAL.toNanos()) {
            return Optional.empty();
        }
        lookedAt = now;
        Map<String, EventFigures> figures = revision.handlers().figures(before.slow());
        if (settled == null) {
            if (now - begin < COLD.toNanos()) {
                return Optional.empty();
            }
            settled = figures;
        }
        return before.comparison()
                .worse(settled, figures)
                .map(what -> "after %.1f s %s".formatted((now - begin) / 1e9, what));
    }

    /** Whether it has looked for that long. */
    boolean isOver(Duration limit) {
        return System.nanoTime() - begin > limit.toNanos();
    }
}
