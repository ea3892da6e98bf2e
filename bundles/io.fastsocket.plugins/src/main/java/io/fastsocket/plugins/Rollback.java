package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Puts the revision before back into service: if the one that has replaced it does clearly worse,
 * or somebody says so. Belongs to the deployer's thread.
 */
final class Rollback {

    private static final Logger log = LoggerFactory.getLogger(Rollback.class);

    private final Tools tools;
    private final InService service;
    private final Swaps swaps;
    private Watch watch;

    Rollback(Tools tools, InService service, Swaps swaps) {
        this.tools = tools;
        this.service = service;
        this.swaps = swaps;
    }

    /**
     * A revision has come into service.
     *
     * @param before how the one did that it has replaced; null if there was none
     */
    void watch(Baseline before, Revision revision) {
        watch = before == null ? null : new Watch(before, revision);
    }

    /** Hash of the JAR that may yet be put back; empty for none. */
    String before() {
        return watch == null ? "" : watch.before().sha256();
    }

    /** Looks; whether what is in service does so badly that it is being rolled back. */
    boolean looked() {
        if (watch == null) {
            return false;
        }
        Running running = service.running();
        boolean over = running == null || !watch.isFor(running.revision());
        if (over || watch.isOver(tools.watchTime().get())) {
            watch = null;
            return false;
        }
        Optional<String> worse = watch.worse();
        worse.ifPresent(why -> rollBack(watch.before(), why));
        return worse.isPresent();
    }

    private void rollBack(Baseline good, String why) {
        Revision bad = service.running().revision();
        log.warn("{} does clearly worse than {}: {}; it is rolled back", bad, good.label(), why);
        rollBack(
                good.sha256(),
                good.label(),
                why,
                reason -> {
                    if (reason != null) {
                        log.error("{} stays, since it cannot be rolled back: {}", bad, reason);
                    }
                });
    }

    /**
     * The same by hand.
     *
     * @param good what is to come back
     * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#rollBack} says
     */
    void byHand(RevisionId good, CompletableFuture<Void> done) {
        Revision bad = service.running().revision();
        log.info("{} is rolled back to {} by hand", bad, good);
        rollBack(
                good.sha256(),
                good.toString(),
                "by hand",
                reason -> {
                    if (reason == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(
                                new IllegalStateException(
                                        bad + " stays, since it cannot be rolled back: " + reason));
                    }
                });
    }

    /** Tells at the end why it could not be; null if it was. */
    private void rollBack(String good, String label, String why, Consumer<String> end) {
        watch = null;
        String bad = service.running().revision().sha256();
        Consumer<String> stays =
                reason -> {
                    tools.rolledBack().remove(bad);
                    end.accept(reason);
                };
        try {
            tools.rolledBack().put(bad, "rolled back to " + label + ": " + why);
        } catch (IllegalStateException e) {
            end.accept(e.getMessage());
            return;
        }
        try {
            Swap swap = swaps.of(tools.facts(good), "");
            swaps.begin(
                    swap,
                    ready -> {
                        Running next = service.running().with(ready.revision());
                        service.commit(next, ready.old(), "rolled back", why);
                        swap.committed();
                        end.accept(null);
                    },
                    failed -> stays.accept(failed.reason()));
        } catch (RefusedException e) {
            stays.accept(e.reason());
        }
    }
}
