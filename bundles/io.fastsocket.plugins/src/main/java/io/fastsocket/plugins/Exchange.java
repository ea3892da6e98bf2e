package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The swap of a plugin that cannot run beside its old self: its events are parked while the old
 * revision ends, stops, and the new one starts. If the new one does not come into service, the old
 * one is started again. Belongs to the deployer's thread.
 */
final class Exchange {

    /** What an exchange has come to. */
    sealed interface Result {
        /** Not done yet. */
        record Busy() implements Result {}

        /** The new revision is to be committed in place of the old. */
        record Done(Revision revision, HandlerRevision old) implements Result {}

        /** The old revision's bundle runs again, staged. */
        record PutBack(RefusedException why) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(2);

    private final Tools tools;
    private final Revision old;
    private final Revision revision;
    private final PluginFile file;
    private final CompletableFuture<Void> drained;
    private final long begun = System.nanoTime();
    private boolean started;
    private long startedAt;

    private Exchange(Tools tools, Revision old, Revision revision, PluginFile file) {
        this.tools = tools;
        this.old = old;
        this.revision = revision;
        this.file = file;
        this.drained = tools.retirement().limited(old, old.handlers().park());
    }

    /**
     * Installs and resolves the new revision, then parks the old one.
     *
     * @throws RefusedException if it does not resolve; then nothing is parked
     */
    static Exchange begin(Tools tools, Running running, PluginFile file) throws RefusedException {
        Revision revision = tools.installer().install(file.facts());
        return new Exchange(tools, running.revision(), revision, file);
    }

    PluginFile file() {
        return file;
    }

    /** One step forward. */
    Result advance() {
        if (!drained.isDone()) {
            return new Result.Busy();
        }
        try {
            if (!started) {
                tools.installer().stop(old.bundle());
                started = true;
                startedAt = System.nanoTime();
                tools.installer().start(revision);
            }
            return admit();
        } catch (RefusedException e) {
            return putBack(e);
        }
    }

    private Result admit() throws RefusedException {
        Answer answer = tools.state(revision);
        tools.refuseProblems(revision, answer, old.handlers());
        if (answer.kind() == Kind.READY) {
            log.debug("{}: events were parked {} ms", revision, millisSince(begun));
            return new Result.Done(revision, old.handlers());
        }
        if (answer.kind() == Kind.PENDING && millisSince(startedAt) < READY_LIMIT.toMillis()) {
            return new Result.Busy();
        }
        throw new RefusedException(
                "cannot run beside its old self, and " + answer.reason(),
                "Provide what is missing, then touch the file.",
                true);
    }

    private Result putBack(RefusedException why) {
        abandon();
        return new Result.PutBack(why);
    }

    /** Takes the new revision away and has the old one's bundle running, staged. */
    void abandon() {
        revision.handlers().close();
        tools.installer().uninstall(revision.bundle());
        try {
            tools.installer().start(old);
        } catch (RefusedException e) {
            log.error("{} could not be put back into service: {}", old, e.reason());
        }
    }

    private static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
