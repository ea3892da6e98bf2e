package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

import java.time.Duration;
import java.util.Map;

/**
 * How a revision did before another replaces it.
 *
 * @param revision the one
 * @param slow from when on its calls were slow, by event
 * @param comparison holds its figures
 */
record Baseline(Revision revision, Map<String, Duration> slow, Comparison comparison) {

    /** Of a revision in service; to be taken before its bundle stops. */
    static Baseline of(Revision revision) {
        HandlerRevision handlers = revision.handlers();
        Map<String, Duration> slow = Comparison.slow(handlers.figures(Map.of()));
        return new Baseline(revision, slow, new Comparison(handlers.figures(slow)));
    }
}
