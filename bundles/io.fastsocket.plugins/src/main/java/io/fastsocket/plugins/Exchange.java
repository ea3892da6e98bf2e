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
final class Exchange implements Swap {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(2);

    private final Tools tools;
    private final Revision old;
    private final HandlerRevision serving;
    private final Revision revision;
    private final String promised;
    private final String cause;
    private final StateTransfer transfer;
    private final boolean serves;
    private CompletableFuture<Void> drained;
    private long parkedAt;
    private boolean abandoned;
    private boolean started;
    private long startedAt;

    private Exchange(Tools tools, Running running, Revision revision, String cause) {
        this.tools = tools;
        this.old = running.revision();
        this.serving = running.serving();
        this.revision = revision;
        // Once its bundle has stopped, nothing is known any more.
        this.promised = tools.gate().promised(old);
        this.cause = cause;
        this.transfer = tools.transfer(old.name(), serving);
        this.serves = tools.state(old).kind() == Kind.READY;
    }

    /**
     * Installs and resolves the new revision; the first step forward parks the old one.
     *
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve
     */
    static Exchange begin(Tools tools, Running running, JarFacts facts, String cause)
            throws RefusedException {
        return new Exchange(tools, running, tools.installer().install(facts), cause);
    }

    @Override
    public Result advance() {
        park();
        if (!drained.isDone()) {
            return new Result.Busy();
        }
        try {
            if (!started) {
                if (!transfer.isHandedOver()) {
                    return new Result.Busy();
                }
                tools.installer().stop(old.bundle());
                started = true;
                startedAt = System.nanoTime();
                tools.installer().start(revision);
            }
            return admit();
        } catch (RefusedException e) {
            abandon();
            // Nobody's events are to be parked again only because some other plugin has changed.
            return new Result.Failed(serves ? e.once() : e);
        }
    }

    private void park() {
        if (drained == null) {
            parkedAt = System.nanoTime();
            drained =
                    serving == null
                            ? CompletableFuture.completedFuture(null)
                            : tools.retirement().limited(old, serving.park());
        }
    }

    private Result admit() throws RefusedException {
        Answer answer = tools.state(revision);
        tools.refuseProblems(revision, answer, serving);
        if (answer.kind() == Kind.READY && !transfer.isTakenOver(revision.handlers())) {
            return new Result.Busy();
        }
        if (answer.kind() == Kind.READY) {
            log.debug("{}: events were parked {} ms", revision, millisSince(parkedAt));
            String note = tools.gate().admit(revision, old.handlers(), promised, cause);
            return new Result.Ready(revision, serving, note);
        }
        if (answer.kind() == Kind.PENDING && millisSince(startedAt) < READY_LIMIT.toMillis()) {
            return new Result.Busy();
        }
        throw new RefusedException(
                "cannot run beside its old self, and " + answer.reason(),
                "Provide what is missing, then touch the file.",
                true);
    }

    /** Takes the new revision away and has the old one's bundle running, staged. */
    @Override
    public void abandon() {
        if (abandoned) {
            return;
        }
        abandoned = true;
        revision.handlers().close();
        tools.installer().uninstall(revision.bundle());
        try {
            tools.installer().start(old);
        } catch (RefusedException e) {
            log.error("{} could not be put back into service: {}", old, e.reason());
        }
    }

    @Override
    public boolean parks() {
        return true;
    }

    @Override
    public boolean parked() {
        return drained != null;
    }

    private static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
