package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A plugin: one symbolic name, the revision in service, and those that would replace it. Belongs to
 * the deployer's thread.
 *
 * <p>Each {@link #round} walks its files from the best to the worst until one is in service. The
 * revision in service keeps its place in that order for as long as its file is not really gone, so
 * that nothing worse replaces it because of a file that is being copied or was refused.
 */
final class Plugin {

    private static final Logger log = LoggerFactory.getLogger(Plugin.class);

    /** How long a component may be about to be instantiated before that counts as waiting. */
    private static final Duration PENDING_LIMIT = Duration.ofSeconds(2);

    /** Best first: the higher version, then the newer file. */
    static final Comparator<PluginFile> BEST_FIRST =
            Comparator.comparing((PluginFile file) -> file.facts().version())
                    .thenComparing(file -> file.fingerprint().modified())
                    .thenComparing(PluginFile::name)
                    .reversed();

    private final String name;
    private final Tools tools;
    private final Map<String, Revision> staged = new HashMap<>();
    private Running running;
    private UnderWay underWay;

    /** A swap, and what is to be done when it is ready or has failed. */
    private record UnderWay(
            Swap swap, Consumer<Swap.Result.Ready> ready, Consumer<RefusedException> failed) {}

    Plugin(String name, Tools tools) {
        this.name = name;
        this.tools = tools;
    }

    String name() {
        return name;
    }

    /** What is in service, or null. */
    Running running() {
        return running;
    }

    /** Whether it is busy with something that wants the next round soon. */
    boolean isBusy() {
        return underWay != null;
    }

    /** Whether nothing of it is left. */
    boolean isGone() {
        return running == null && staged.isEmpty() && underWay == null;
    }

    /** Takes over a bundle that was in service when the deployer, or the registry, went away. */
    void adopt(Revision revision, String file) {
        running = new Running(revision, file, FileTime.fromMillis(0));
    }

    /** Takes over a bundle that was installed then, but not in service. */
    void adoptStaged(Revision revision) {
        if (staged.putIfAbsent(revision.sha256(), revision) != null) {
            tools.retirement().removed(revision);
        }
    }

    /** The deployer goes: a swap half-done is undone. */
    void abandon() {
        if (underWay != null) {
            underWay.swap().abandon();
        }
    }

    /**
     * One step forward.
     *
     * @param files of this name, checked and not refused, best first
     * @param origin whether the file of the revision in service is gone, and how it is
     */
    void round(List<PluginFile> files, Origin origin) {
        if (underWay != null) {
            advance();
            return;
        }
        forgetUninstalled();
        if (running != null && !running.committed()) {
            readmit();
        }
        boolean served = walk(files, origin);
        if (!served && running != null && origin.isGone()) {
            remove();
        }
        discardUnwanted(files);
    }

    /** Somebody may have uninstalled a bundle by hand; its file is deployed again. */
    private void forgetUninstalled() {
        staged.values().removeIf(Plugin::isUninstalled);
        if (running != null && isUninstalled(running.revision())) {
            log.warn("{} was uninstalled by somebody else", running);
            running.revision().handlers().close();
            tools.record().remove(running.revision().bundle().getBundleId());
            running = null;
        }
    }

    private static boolean isUninstalled(Revision revision) {
        return revision.bundle().getState() == Bundle.UNINSTALLED;
    }

    private boolean walk(List<PluginFile> files, Origin origin) {
        for (PluginFile file : files) {
            if (running != null && running.is(file)) {
                running.file(file);
                supersede(files, file);
                report(file);
                return true;
            }
            if (running != null && origin.holds() && running.isBetterThan(file)) {
                files.subList(files.indexOf(file), files.size())
                        .forEach(worse -> worse.superseded(running.toString()));
                return true;
            }
            if (deploy(file)) {
                supersede(files, file);
                return true;
            }
            if (underWay != null || (running == null && file.stage() == PluginFile.Stage.PENDING)) {
                return true;
            }
        }
        return false;
    }

    private void supersede(List<PluginFile> files, PluginFile winner) {
        for (PluginFile file : files.subList(files.indexOf(winner) + 1, files.size())) {
            file.superseded("%s (%s)".formatted(winner.name(), winner.facts().version()));
        }
    }

    private void report(PluginFile file) {
        Answer answer = running.health(tools.components());
        if (answer.kind() == ComponentState.Kind.READY) {
            file.active();
        } else {
            file.waiting(answer.reason());
        }
    }

    /** Brings a file as far as it goes; true if it came into service. */
    private boolean deploy(PluginFile file) {
        try {
            Revision revision = staged.get(file.facts().sha256());
            if (revision == null) {
                if (running != null && file.facts().singleton()) {
                    file.pending();
                    begin(
                            Exchange.begin(tools, running, file.facts()),
                            ready -> commit(file, ready.revision(), ready.old()),
                            why -> file.refuse(tools.refusal(why)));
                    return underWay == null && file.stage() == PluginFile.Stage.ACTIVE;
                }
                revision = tools.installer().install(file.facts());
                staged.put(revision.sha256(), revision);
                tools.installer().start(revision);
            }
            return admit(file, revision);
        } catch (RefusedException e) {
            refuse(file, e);
            return false;
        }
    }

    private boolean admit(PluginFile file, Revision revision) throws RefusedException {
        Answer answer = tools.state(revision);
        HandlerRevision old = running == null ? null : running.serving();
        tools.refuseProblems(revision, answer, old);
        if (answer.kind() == ComponentState.Kind.READY) {
            commit(file, revision, old);
            return true;
        }
        boolean fresh = System.nanoTime() - revision.installedAt() < PENDING_LIMIT.toNanos();
        if (answer.kind() == ComponentState.Kind.PENDING && fresh) {
            file.pending();
        } else {
            await(file, answer.reason());
        }
        return false;
    }

    private void await(PluginFile file, String reason) {
        if (!reason.equals(file.reason())) {
            log.info("{} waits: {}", file.name(), reason);
            tools.history().add(file, "waiting", reason);
        }
        file.waiting(reason);
    }

    private void commit(PluginFile file, Revision revision, HandlerRevision old) {
        commit(new Running(revision, file), old, "activated");
        staged.remove(revision.sha256());
        file.active();
    }

    /** Throws IllegalStateException, before anything is changed, if the registry refuses. */
    private void commit(Running next, HandlerRevision old, String what) {
        Revision revision = next.revision();
        CompletionStage<Void> ended = revision.handlers().commit(old);
        Running before = running;
        running = next;
        running.setCommitted();
        tools.record().add(revision.bundle().getBundleId(), next.file());
        tools.history().add(revision, next.file(), what);
        if (before == null) {
            log.info("{} is in service, from {}", revision, next.file());
        } else {
            log.info("{} is in service, from {}, in place of {}", revision, next.file(), before);
            tools.record().remove(before.revision().bundle().getBundleId());
            tools.retirement().replaced(before.revision(), ended);
        }
        tools.generation().next();
    }

    /**
     * Swaps what is in service for a new revision of the same content.
     *
     * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#reload} says
     */
    void reload(CompletableFuture<Void> done) {
        Consumer<RefusedException> failed =
                why ->
                        done.completeExceptionally(
                                new IllegalStateException(
                                        "%s stays as it was: %s".formatted(running, why.reason())));
        try {
            JarFacts facts = tools.facts(running.revision());
            Swap swap =
                    facts.singleton()
                            ? Exchange.begin(tools, running, facts)
                            : Beside.begin(tools, running, facts, false);
            begin(
                    swap,
                    ready -> {
                        commit(running.with(ready.revision()), ready.old(), "reloaded");
                        done.complete(null);
                    },
                    failed);
        } catch (RefusedException e) {
            failed.accept(e);
        }
    }

    /** Commits again what was in service before the registry or the deployer was restarted. */
    private void readmit() {
        Revision revision = running.revision();
        Answer answer = tools.state(revision);
        if (answer.kind() == ComponentState.Kind.READY
                && revision.handlers().problems(null).isEmpty()) {
            revision.handlers().commit(null);
            running.setCommitted();
            log.info("{} is in service again", revision);
        }
    }

    private void begin(
            Swap swap, Consumer<Swap.Result.Ready> ready, Consumer<RefusedException> failed) {
        underWay = new UnderWay(swap, ready, failed);
        advance();
    }

    private void advance() {
        UnderWay now = underWay;
        switch (now.swap().advance()) {
            case Swap.Result.Busy busy -> log.trace("{}: {}", name, busy);
            case Swap.Result.Ready ready -> {
                underWay = null;
                try {
                    now.ready().accept(ready);
                } catch (IllegalStateException e) {
                    now.swap().abandon();
                    failed(now, new RefusedException(e.getMessage(), "Try again.", true));
                }
            }
            case Swap.Result.Failed failed -> {
                underWay = null;
                failed(now, failed.why());
            }
        }
    }

    private void failed(UnderWay swap, RefusedException why) {
        if (swap.swap().stopsOld()) {
            running.setStaged();
            readmit();
        }
        swap.failed().accept(why);
    }

    private void refuse(PluginFile file, RefusedException why) {
        file.refuse(tools.refusal(why));
        Revision revision = staged.remove(file.facts().sha256());
        if (revision != null) {
            tools.retirement().removed(revision);
        }
    }

    private void remove() {
        log.info("{} is removed: {} is gone", running, running.file());
        tools.record().remove(running.revision().bundle().getBundleId());
        tools.history().add(running.revision(), running.file(), "removed");
        tools.retirement().removed(running.revision());
        running = null;
        tools.generation().next();
    }

    /** Revisions whose file is gone or stands behind the one in service. */
    private void discardUnwanted(List<PluginFile> files) {
        List<String> wanted =
                files.stream()
                        .filter(file -> !file.isSuperseded())
                        .map(file -> file.facts().sha256())
                        .toList();
        staged.values()
                .removeIf(
                        revision -> {
                            boolean unwanted = !wanted.contains(revision.sha256());
                            if (unwanted) {
                                tools.retirement().removed(revision);
                            }
                            return unwanted;
                        });
    }
}
