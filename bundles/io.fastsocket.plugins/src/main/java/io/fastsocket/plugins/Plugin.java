package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A plugin, or a library: one symbolic name, the revision in service, and those that would replace
 * it. Belongs to the deployer's thread.
 *
 * <p>Each {@link #round} walks its files from the best to the worst until one is in service. The
 * revision in service keeps its place in that order for as long as its file is not really gone, so
 * that nothing worse replaces it because of a file that is being copied or was refused.
 */
final class Plugin {

    /** Best first: the higher version, then the newer file. */
    static final Comparator<PluginFile> BEST_FIRST =
            Comparator.comparing((PluginFile file) -> file.facts().version())
                    .thenComparing(file -> file.fingerprint().modified())
                    .thenComparing(PluginFile::name)
                    .reversed();

    private static final Logger log = LoggerFactory.getLogger(Plugin.class);

    private final String name;
    private final Tools tools;
    private final Neighbours neighbours;
    private final Staging staging;
    private final InService service;
    private UnderWay underWay;

    Plugin(String name, Tools tools, Neighbours neighbours) {
        this.name = name;
        this.tools = tools;
        this.neighbours = neighbours;
        this.staging = new Staging(tools);
        this.service = new InService(tools);
    }

    String name() {
        return name;
    }

    /** What is in service, or null. */
    Running running() {
        return service.running();
    }

    /** Whether it is busy with something that wants the next round soon. */
    boolean isBusy() {
        return underWay != null;
    }

    /** Whether it is busy with others too, which are to be left alone meanwhile. */
    boolean isSwappingOthers() {
        return isBusy() && underWay.swap() instanceof LibrarySwap;
    }

    /** Whether nothing of it is left. */
    boolean isGone() {
        return running() == null && staging.isEmpty() && underWay == null;
    }

    /** Takes over a bundle that was in service when the deployer, or the registry, went away. */
    void adopt(Revision revision, String file) {
        service.adopt(revision, file);
    }

    /** Takes over a bundle that was installed then, but not in service. */
    void adoptStaged(Revision revision) {
        staging.adopt(revision);
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
        staging.forgetUninstalled();
        service.forgetUninstalled();
        service.readmit();
        boolean served = walk(files, origin);
        if (!served && running() != null && origin.isGone() && !neighbours.othersAreBusy(this)) {
            remove();
        }
        staging.keepOnly(files);
    }

    private boolean walk(List<PluginFile> files, Origin origin) {
        for (PluginFile file : files) {
            Running running = running();
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
            if (underWay != null
                    || (running() == null && file.stage() == PluginFile.Stage.PENDING)) {
                return true;
            }
        }
        return false;
    }

    private static void supersede(List<PluginFile> files, PluginFile winner) {
        for (PluginFile file : files.subList(files.indexOf(winner) + 1, files.size())) {
            file.superseded("%s (%s)".formatted(winner.name(), winner.facts().version()));
        }
    }

    private void report(PluginFile file) {
        Answer answer = running().health(tools.components());
        if (answer.kind() == Kind.READY) {
            file.active();
        } else {
            file.waiting(answer.reason());
        }
    }

    /** Brings a file as far as it goes; true if it came into service. */
    private boolean deploy(PluginFile file) {
        try {
            JarFacts facts = file.facts();
            if (facts.library()) {
                neighbours.refuseSharedExports(facts);
            }
            if (running() != null && (hasUsers(facts) || facts.singleton())) {
                return exchange(file);
            }
            Revision revision = staging.of(facts);
            if (staging.isReady(file, revision, running())) {
                take(file, new Swap.Result.Ready(revision, serving()));
                return true;
            }
        } catch (RefusedException e) {
            refuse(file, e);
        }
        return false;
    }

    private HandlerRevision serving() {
        return running() == null ? null : running().serving();
    }

    /** Swaps what cannot simply be staged beside the old one; true if that is done already. */
    private boolean exchange(PluginFile file) throws RefusedException {
        file.pending();
        if (hasUsers(file.facts()) && neighbours.othersAreBusy(this)) {
            return false;
        }
        Swap swap = swap(file.facts());
        begin(
                swap,
                ready -> {
                    take(file, ready);
                    swap.committed();
                },
                why -> file.refuse(tools.refusal(why)));
        return file.stage() == PluginFile.Stage.ACTIVE;
    }

    /** What replaces a library may concern its users, even if it is none itself. */
    private boolean hasUsers(JarFacts facts) {
        return facts.library() || running().revision().library();
    }

    private Swap swap(JarFacts facts) throws RefusedException {
        return hasUsers(facts)
                ? LibrarySwap.begin(tools, neighbours, running(), facts)
                : swapTo(facts, false);
    }

    /**
     * Installs a revision that is to take the place of the one in service.
     *
     * @param evenWaiting whether it may although its components lack something
     * @throws RefusedException if it does not resolve; then nothing has changed
     */
    Swap swapTo(JarFacts facts, boolean evenWaiting) throws RefusedException {
        return facts.singleton() && !facts.library()
                ? Exchange.begin(tools, running(), facts)
                : Beside.begin(tools, running(), facts, evenWaiting);
    }

    private void begin(
            Swap swap, Consumer<Swap.Result.Ready> ready, Consumer<RefusedException> failed) {
        underWay = new UnderWay(swap, ready, failed);
        advance();
    }

    private void advance() {
        if (!underWay.advance(service)) {
            underWay = null;
        }
    }

    /** Puts a revision into service that comes from a file. */
    private void take(PluginFile file, Swap.Result.Ready ready) {
        service.commit(new Running(ready.revision(), file), ready.old(), "activated");
        staging.forget(ready.revision());
        file.active();
    }

    /** Its revision that was made for a new library comes into service. */
    void takeOver(Swap swap, Swap.Result.Ready ready, PluginFile file) {
        try {
            if (file == null) {
                service.commit(running().with(ready.revision()), ready.old(), "reloaded");
            } else {
                file.retry();
                take(file, ready);
            }
        } catch (IllegalStateException e) {
            log.error("{} stays with the old library: {}", running(), e.getMessage());
            abandon(swap);
        }
    }

    /** Its revision that was made for a new library is not wanted any more. */
    void abandon(Swap swap) {
        boolean parked = swap.parked();
        swap.abandon();
        if (parked) {
            service.putBack();
        }
    }

    /** Revisions that wait, wired to what is to go, are to be installed anew. */
    void restage(Set<Bundle> leaving) {
        staging.discard(revision -> leaving.contains(revision.bundle()));
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
                                        "%s stays as it was: %s"
                                                .formatted(running(), why.reason())));
        try {
            Swap swap = swap(tools.facts(running().revision()));
            begin(
                    swap,
                    ready -> {
                        Running next = running().with(ready.revision());
                        service.commit(next, ready.old(), "reloaded");
                        swap.committed();
                        done.complete(null);
                    },
                    failed);
        } catch (RefusedException e) {
            failed.accept(e);
        }
    }

    private void refuse(PluginFile file, RefusedException why) {
        file.refuse(tools.refusal(why));
        staging.discard(file.facts().sha256());
    }

    private void remove() {
        Revision revision = running().revision();
        List<Plugin> users = neighbours.users(revision);
        users.forEach(user -> user.service.remove(revision + ", which it uses, goes"));
        service.remove(running().file() + " is gone");
        neighbours.rewire(revision);
    }
}
