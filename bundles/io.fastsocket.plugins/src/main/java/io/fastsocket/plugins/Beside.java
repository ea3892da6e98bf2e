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
    private final String promised;
    private final String cause;
    private String note;
    private boolean started;
    private boolean abandoned;
    private long startedAt;

    private Beside(
            Tools tools, Running running, Revision revision, boolean evenWaiting, String cause) {
        this.tools = tools;
        this.old = running.serving();
        this.revision = revision;
        this.evenWaiting = evenWaiting;
        this.promised = tools.gate().promised(running.revision());
        this.cause = cause;
    }

    /**
     * Installs and resolves the new revision.
     *
     * @param evenWaiting whether it may take over although its components lack something, because
     *     those of the old revision do too
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve
     */
    static Beside begin(
            Tools tools, Running running, JarFacts facts, boolean evenWaiting, String cause)
            throws RefusedException {
        return new Beside(tools, running, tools.installer().install(facts), evenWaiting, cause);
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
            if (note == null) {
                note = tools.gate().admit(revision, old, promised, cause);
            }
            return new Result.Ready(revision, old, note);
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
