package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A canary: a revision that serves a share of the connections beside the one in service, and is
 * held against that one's figures of the same time. Belongs to the deployer's thread.
 */
final class Trial {

    /** How long its code may be cold. */
    private static final Duration COLD = Duration.ofSeconds(1);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Revision revision;
    private final Revision beside;
    private final String file;
    private final Instant since = Instant.now();
    private final long begin = System.nanoTime();
    private final TrialFigures own;
    private final TrialFigures other;
    private int share;
    private long lookedAt = begin;
    private Map<String, Duration> slow;
    private Map<String, EventFigures> settled;

    /**
     * Begins now.
     *
     * @param revision it
     * @param beside the one in service
     * @param file name of the file that it is from
     * @param share of {@link HandlerRevision#ALL}
     */
    Trial(Revision revision, Revision beside, String file, int share) {
        this.revision = revision;
        this.beside = beside;
        this.file = file;
        this.share = share;
        own = new TrialFigures(revision.handlers());
        other = new TrialFigures(beside.handlers());
    }

    Revision revision() {
        return revision;
    }

    /** The one in service. */
    Revision beside() {
        return beside;
    }

    String file() {
        return file;
    }

    Instant since() {
        return since;
    }

    void share(int now) {
        share = now;
    }

    /** The share, for people. */
    String share() {
        String percent = String.format(Locale.ROOT, "%.2f", share * 100.0 / HandlerRevision.ALL);
        return percent.replaceAll("\\.?0+$", "") + " % of connections";
    }

    /** How both do, for people. */
    String figures() {
        return "%s; %s meanwhile: %s"
                .formatted(own, beside.id().versionBeside(revision.id()), other);
    }

    /**
     * What is clearly worse than in the other.
     *
     * @return with the time since it began; empty if nothing is, or it is not time to look yet
     */
    Optional<String> worse() {
        long now = System.nanoTime();
        if (now - lookedAt < INTERVAL.toNanos()) {
            return Optional.empty();
        }
        lookedAt = now;
        if (settled == null) {
            Map<String, EventFigures> beside = other.since(Map.of());
            if (now - begin < COLD.toNanos() || !Comparison.saysSomething(beside)) {
                return Optional.empty();
            }
            // By how long calls take in the other while both are under the same load.
            slow = Comparison.slow(beside);
            settled = own.since(slow);
        }
        return new Comparison(other.since(slow), "in " + beside.version())
                .worse(settled, own.since(slow))
                .map(
                        what ->
                                String.format(
                                        Locale.ROOT, "after %.1f s %s", (now - begin) / 1e9, what));
    }
}
