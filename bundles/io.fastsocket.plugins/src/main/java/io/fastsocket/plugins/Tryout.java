package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The canary of one plugin, if it has one: begun, watched, ended. It stands beside one revision in
 * service, and has no file in {@code plugins/}: when that revision goes or is replaced, or the
 * server is restarted, the canary is over. Belongs to the deployer's thread.
 */
final class Tryout {

    private static final Logger log = LoggerFactory.getLogger(Tryout.class);

    private final Tools tools;
    private final InService service;
    private final Swaps swaps;
    private Trial trial;

    Tryout(Tools tools, InService service, Swaps swaps) {
        this.tools = tools;
        this.service = service;
        this.swaps = swaps;
    }

    /** What is being tried out, or null. */
    Trial trial() {
        return trial;
    }

    /**
     * Tries a JAR out, or changes the share of the one that is being tried out.
     *
     * @param facts of the JAR, checked
     * @param file name of the file that it is from
     * @param share of {@link HandlerRevision#ALL}
     * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#tryOut} says
     */
    void begin(JarFacts facts, String file, int share, CompletableFuture<Void> done) {
        try {
            if (trial != null && trial.revision().sha256().equals(facts.sha256())) {
                change(share);
                done.complete(null);
                return;
            }
            refuse(facts);
            Swap swap = Beside.begin(tools, service.running(), facts, false, facts.sha256());
            swaps.begin(
                    swap,
                    ready -> {
                        begin(ready, file, share);
                        done.complete(null);
                    },
                    why -> fail(done, facts, why));
        } catch (RefusedException e) {
            fail(done, facts, e);
        }
    }

    private static void fail(CompletableFuture<Void> done, JarFacts facts, RefusedException why) {
        done.completeExceptionally(
                new IllegalStateException(
                        "%s %s is not tried out: %s. %s"
                                .formatted(
                                        facts.symbolicName(),
                                        facts.version(),
                                        why.reason(),
                                        why.cure())));
    }

    private void refuse(JarFacts facts) throws RefusedException {
        Running running = service.running();
        if (running == null || running.serving() == null) {
            throw new RefusedException(
                    "no revision of it is in service", "Deploy it without --canary.");
        }
        if (running.revision().sha256().equals(facts.sha256())) {
            throw new RefusedException("it is in service already", "Name another version.");
        }
        if (trial != null) {
            throw new RefusedException(
                    "%s is being tried out already, by %s"
                            .formatted(trial.revision(), trial.share()),
                    "Promote it or roll it back first.");
        }
        if (facts.library() || running.revision().library()) {
            throw new RefusedException(
                    "a library serves no connections; what uses it is wired to one revision of it",
                    "Deploy it without --canary.");
        }
        if (facts.singleton()) {
            throw new RefusedException(
                    "it says that it cannot run beside its old self, as a canary does",
                    "Deploy it without --canary.");
        }
        tools.refuseRolledBack(facts);
    }

    private void begin(Swap.Result.Ready ready, String file, int share) {
        Revision revision = ready.revision();
        Revision beside = service.running().revision();
        revision.handlers().tryOut(beside.handlers(), share);
        trial = new Trial(revision, beside, file, share);
        tell("beside " + beside + (ready.note().isEmpty() ? "" : "; " + ready.note()));
    }

    private void change(int share) {
        trial.revision().handlers().tryOut(trial.beside().handlers(), share);
        trial.share(share);
        tell("beside " + trial.beside() + "; so far " + trial.figures());
    }

    private void tell(String note) {
        log.info("{} is tried out by {}, {}", trial.revision(), trial.share(), note);
        tools.history().add(trial.revision(), trial.file(), "canary", trial.share() + ", " + note);
    }

    /** Looks; whether it has just been ended because it does clearly worse. */
    boolean looked() {
        if (trial == null) {
            return false;
        }
        Running running = service.running();
        if (running == null || !running.revision().equals(trial.beside())) {
            end("over, since " + trial.beside() + " is not in service any more");
            return false;
        }
        if (trial.revision().bundle().getState() != Bundle.ACTIVE) {
            end("over, since somebody has stopped its bundle");
            return false;
        }
        Optional<String> worse =
                tools.watchTime().get().isZero() ? Optional.empty() : trial.worse();
        worse.ifPresent(
                why -> {
                    log.warn("{} does clearly worse than {}", trial.revision(), trial.beside());
                    endAndKeepOut("does worse than " + trial.beside() + ": " + why);
                });
        return worse.isPresent();
    }

    /** Ends it, and keeps its content out until somebody lets it in again. */
    void endAndKeepOut(String why) {
        Revision bad = trial.revision();
        end(why);
        try {
            tools.rolledBack().put(bad.sha256(), "its canary was ended: " + why);
        } catch (IllegalStateException e) {
            log.warn("{} may be deployed again: {}", bad, e.getMessage());
        }
    }

    private void end(String why) {
        String figures = trial.figures();
        log.info("the canary {} ends: {}; {}", trial.revision(), why, figures);
        tools.history().add(trial.revision(), trial.file(), "canary ended", why + "; " + figures);
        tools.retirement().removed(trial.revision());
        trial = null;
    }

    /** It is in service now, or a revision of the same content is. */
    void promoted(Revision inService) {
        if (!trial.revision().equals(inService)) {
            tools.retirement().removed(trial.revision());
        }
        trial = null;
    }

    /** The deployer goes: the one in service alone serves, and the next one takes this away. */
    void abandon() {
        if (trial != null) {
            trial.revision().handlers().close();
        }
    }
}
