package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

import java.time.Duration;
import java.util.Map;

/**
 * How a revision did before another replaces it. Nothing of the revision itself is kept: its
 * classes are to go.
 *
 * @param sha256 of its JAR
 * @param label its name, for people
 * @param slow from when on its calls were slow, by event
 * @param comparison holds its figures
 */
record Baseline(String sha256, String label, Map<String, Duration> slow, Comparison comparison) {

    /** Of a revision in service; to be taken before its bundle stops. */
    static Baseline of(Revision revision) {
        HandlerRevision handlers = revision.handlers();
        Map<String, Duration> slow = Comparison.slow(handlers.figures(Map.of()));
        Comparison comparison = new Comparison(handlers.figures(slow));
        return new Baseline(revision.sha256(), revision.toString(), slow, comparison);
    }
}
