package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.time.Duration;

/** The swap of a plugin that runs beside its old self. Belongs to the deployer's thread. */
final class Beside implements Swap {

    private static final Duration READY_LIMIT = Duration.ofSeconds(2);

    private final Tools tools;
    private final HandlerRevision old;
    private final Revision revision;
    private final boolean evenWaiting;
    private boolean started;
    private boolean abandoned;
    private long startedAt;

    private Beside(Tools tools, HandlerRevision old, Revision revision, boolean evenWaiting) {
        this.tools = tools;
        this.old = old;
        this.revision = revision;
        this.evenWaiting = evenWaiting;
    }

    /**
     * Installs and resolves the new revision.
     *
     * @param evenWaiting whether it may take over although its components lack something, because
     *     those of the old revision do too
     * @throws RefusedException if it does not resolve
     */
    static Beside begin(Tools tools, Running running, JarFacts facts, boolean evenWaiting)
            throws RefusedException {
        return new Beside(tools, running.serving(), tools.installer().install(facts), evenWaiting);
    }

    @Override
    public Result advance() {
        try {
            if (!started) {
                started = true;
                tools.installer().start(revision);
                startedAt = System.nanoTime();
            }
            return admit();
        } catch (RefusedException e) {
            abandon();
            return new Result.Failed(e);
        }
    }

    private Result admit() throws RefusedException {
        Answer answer = tools.state(revision);
        tools.refuseProblems(revision, answer, old);
        if (answer.kind() == Kind.READY || (answer.kind() == Kind.WAITING && evenWaiting)) {
            return new Result.Ready(revision, old);
        }
        boolean fresh = System.nanoTime() - startedAt < READY_LIMIT.toNanos();
        if (answer.kind() == Kind.PENDING && fresh) {
            return new Result.Busy();
        }
        throw new RefusedException(answer.reason(), "Provide what is missing.", true);
    }

    @Override
    public void abandon() {
        if (!abandoned) {
            abandoned = true;
            tools.retirement().removed(revision);
        }
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public boolean parked() {
        return false;
    }
}
