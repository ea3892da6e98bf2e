package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.RevisionEvent;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What an operator asks of one plugin beyond copying and deleting its file, while it is not being
 * swapped. Each future completes as {@link io.fastsocket.spi.deploy.PluginDeployer} says. Belongs
 * to the deployer's thread.
 */
final class Operations {

    private final Tools tools;
    private final Neighbours neighbours;
    private final InService service;
    private final Swaps swaps;
    private final Tryout tryout;
    private final Rollback rollback;
    private final Promotion promotion;

    Operations(
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
        this.promotion = new Promotion(tools, neighbours, service, swaps, tryout, rollback);
    }

    /** Swaps what is in service for a new revision of the same content. */
    void reload(CompletableFuture<Void> done) {
        Consumer<RefusedException> failed =
                why ->
                        done.completeExceptionally(
                                new IllegalStateException(
                                        "%s stays as it was: %s"
                                                .formatted(service.running(), why.reason())));
        try {
            JarFacts same = tools.facts(service.running().revision());
            Swap swap = swaps.of(same, same.sha256());
            swaps.begin(
                    swap,
                    ready -> {
                        Running next = service.running().with(ready.revision());
                        service.commit(next, ready.old(), "reloaded", ready.note());
                        swap.committed();
                        done.complete(null);
                    },
                    failed);
        } catch (RefusedException e) {
            failed.accept(e);
        }
    }

    /** Has a JAR serve a share of the connections. */
    void tryOut(JarFacts facts, String file, int share, CompletableFuture<Void> done) {
        tryout.begin(facts, file, share, done);
    }

    /** Has the canary serve all connections. */
    void promote(CompletableFuture<Void> done) {
        promotion.begin(service.running().revision().name(), done);
    }

    /**
     * Ends the canary, or puts a revision back that was in service before.
     *
     * @param to version or hash of that; empty for the last
     */
    void rollBack(String to, CompletableFuture<Void> done) {
        if (tryout.trial() == null) {
            try {
                back(to, done);
            } catch (IllegalArgumentException e) {
                done.completeExceptionally(
                        new IllegalArgumentException(service.running() + ": " + e.getMessage(), e));
            }
        } else if (to.isEmpty()) {
            tryout.endAndKeepOut("by hand, beside " + tryout.trial().beside());
            done.complete(null);
        } else {
            done.completeExceptionally(
                    new IllegalStateException(
                            tryout.trial().revision()
                                    + " is being tried out; promote it or roll it back first"));
        }
    }

    private void back(String to, CompletableFuture<Void> done) {
        Revision bad = service.running().revision();
        List<RevisionEvent> history = tools.history().of(bad.name());
        RevisionEvent good =
                to.isEmpty()
                        ? Predecessor.last(history, bad.sha256(), this::isFit)
                        : Predecessor.named(history, bad.sha256(), to, this::isKept);
        tools.rolledBack().remove(good.sha256());
        neighbours.retry(good.sha256());
        rollback.byHand(new RevisionId(bad.name(), good.version(), good.sha256()), done);
    }

    private boolean isKept(String sha256) {
        return Files.exists(tools.store().path(sha256));
    }

    /** What was rolled back is no better than what is in service. */
    private boolean isFit(String sha256) {
        return isKept(sha256) && tools.rolledBack().reason(sha256) == null;
    }
}
