package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Puts the canary of a plugin into service for all connections: an ordinary swap, after its JAR has
 * been put into {@code plugins/} in place of the old one. Belongs to the deployer's thread.
 */
final class Promotion {

    private static final Logger log = LoggerFactory.getLogger(Promotion.class);

    private final Tools tools;
    private final Neighbours neighbours;
    private final InService service;
    private final Swaps swaps;
    private final Tryout tryout;
    private final Rollback rollback;

    Promotion(
            Tools tools,
            Neighbours neighbours,
            InService service,
            Swaps swaps,
            Tryout tryout,
            Rollback rollback) {
        this.tools = tools;
        this.neighbours = neighbours;
        this.service = service;
        this.swaps = swaps;
        this.tryout = tryout;
        this.rollback = rollback;
    }

    /**
     * Begins.
     *
     * @param plugin symbolic name
     * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#promote} says
     */
    void begin(String plugin, CompletableFuture<Void> done) {
        Trial trial = tryout.trial();
        if (trial == null) {
            done.completeExceptionally(
                    new IllegalArgumentException("no canary of " + plugin + " is being tried out"));
            return;
        }
        try {
            Swap swap = swap(trial);
            swaps.begin(
                    swap,
                    ready -> {
                        take(trial, ready);
                        swap.committed();
                        done.complete(null);
                    },
                    why -> fail(trial, why, done));
        } catch (RefusedException e) {
            fail(trial, e, done);
        }
    }

    private static void fail(Trial trial, RefusedException why, CompletableFuture<Void> done) {
        done.completeExceptionally(
                new IllegalStateException(
                        "%s is still tried out by %s: %s"
                                .formatted(trial.revision(), trial.share(), why.reason())));
    }

    /**
     * State is taken over before the first event, which the canary has had long ago: so it is a new
     * revision of the same content that takes it, and the state of the canary ends with it.
     */
    private Swap swap(Trial trial) throws RefusedException {
        String sha256 = trial.revision().sha256();
        return trial.beside().handlers().hasState()
                ? swaps.alone(tools.facts(sha256), false, sha256)
                : new Staged(
                        tools,
                        new Swap.Result.Ready(
                                trial.revision(), trial.beside().handlers(), trial.figures()));
    }

    private void take(Trial trial, Swap.Result.Ready ready) {
        Revision revision = ready.revision();
        Baseline before = Baseline.of(trial.beside());
        Running next;
        try {
            next = neighbours.place(revision, trial.file(), service.running().file());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "its JAR cannot be put into plugins/: " + FileFault.of(e), e);
        }
        service.commit(next, ready.old(), "promoted", ready.note());
        log.info("{} was tried out by {}: {}", revision, trial.share(), trial.figures());
        tryout.promoted(revision);
        rollback.watch(before, revision);
    }
}
