package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final ComeBack comeBack;
    private UnderWay underWay;
    private Baseline baseline;
    private Watch watch;

    Plugin(String name, Tools tools, Neighbours neighbours) {
        this.name = name;
        this.tools = tools;
        this.neighbours = neighbours;
        this.staging = new Staging(tools);
        this.service = new InService(tools);
        this.comeBack = new ComeBack(tools, staging, service);
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
        return underWay != null || comeBack.isUnderWay();
    }

    /** Whether it is busy with others too, which are to be left alone meanwhile. */
    boolean isSwappingOthers() {
        return underWay != null && underWay.swap() instanceof LibrarySwap;
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
        if (watch != null && watched()) {
            return;
        }
        boolean served = walk(files, origin);
        PluginFile keptOut = neighbours.keptOut(name);
        if (served || keptOut == null || running() != null) {
            comeBack.end();
        } else {
            comeBack.advance(name, keptOut);
        }
        // What is to replace it may only be allowed yet: clients are not to lose it meanwhile.
        if (!served && keptOut == null && running() != null && origin.isGone()) {
            removeUnlessOthersAreBusy();
        }
        staging.keepOnly(files, comeBack.sha256());
    }

    /** Whether what is in service does so badly that it is being rolled back. */
    private boolean watched() {
        boolean over = running() == null || !watch.isFor(running().revision());
        if (over || watch.isOver(tools.watchTime().get())) {
            watch = null;
            return false;
        }
        Optional<String> worse = watch.worse();
        worse.ifPresent(this::rollBack);
        return worse.isPresent();
    }

    private void rollBack(String why) {
        Revision bad = running().revision();
        Baseline good = watch.before();
        watch = null;
        log.warn("{} does clearly worse than {}: {}; it is rolled back", bad, good.label(), why);
        Consumer<String> stays =
                reason -> {
                    log.error("{} stays, since it cannot be rolled back: {}", bad, reason);
                    tools.rolledBack().remove(bad.sha256());
                };
        try {
            tools.rolledBack().put(bad.sha256(), "rolled back to " + good.label() + ": " + why);
            Swap swap = swapTo(tools.facts(good.sha256()), false, "");
            begin(
                    swap,
                    ready -> {
                        Running next = running().with(ready.revision());
                        service.commit(next, ready.old(), "rolled back", why);
                        swap.committed();
                    },
                    failed -> stays.accept(failed.reason()));
        } catch (RefusedException e) {
            stays.accept(e.reason());
        }
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
            if (deploy(file, origin)) {
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
    private boolean deploy(PluginFile file, Origin origin) {
        try {
            JarFacts facts = file.facts();
            if (facts.library()) {
                neighbours.refuseSharedExports(facts);
            }
            refuseRolledBack(facts);
            baseline = running() == null ? null : Baseline.of(running().revision());
            String cause = fallsBack(file, origin) ? "" : facts.sha256();
            if (running() != null && (hasUsers(facts) || facts.singleton())) {
                return exchange(file, cause);
            }
            Revision revision = staging.of(facts);
            if (staging.isReady(file, revision, running())) {
                return take(file, revision, admit(revision, cause));
            }
        } catch (RefusedException e) {
            refuse(file, e);
        }
        return false;
    }

    /**
     * Puts a staged revision into service; false if it has to be given the state of the old one.
     */
    private boolean take(PluginFile file, Revision revision, String note) {
        Swap.Result.Ready ready = new Swap.Result.Ready(revision, serving(), note);
        Swap swap = handingOver(new Staged(tools, ready));
        if (swap instanceof Staged) {
            take(file, ready);
            return true;
        }
        file.pending();
        begin(swap, found -> take(file, found), why -> refuse(file, why));
        return file.stage() == PluginFile.Stage.ACTIVE;
    }

    private void refuseRolledBack(JarFacts facts) throws RefusedException {
        String why = tools.rolledBack().reason(facts.sha256());
        if (why != null) {
            throw RefusedException.rolledBack(
                    why,
                    "Copy another version, or let this one in again with"
                            + " fastsocket plugin deploy --again FILE.");
        }
    }

    private Swap handingOver(Swap swap) {
        return running() == null ? swap : Handover.around(tools, running(), swap);
    }

    /** Somebody has taken the higher version away on purpose. */
    private boolean fallsBack(PluginFile file, Origin origin) {
        return origin.isGone() && running() != null && running().isBetterThan(file);
    }

    private String admit(Revision revision, String cause) throws RefusedException {
        if (running() == null) {
            Promises.Promise last = tools.promises().of(name);
            return last == null || last.sha256().equals(revision.sha256())
                    ? ""
                    : tools.gate().admit(revision, null, last.contract(), cause);
        }
        Revision old = running().revision();
        String promised = tools.gate().promised(old);
        return tools.gate().admit(revision, old.handlers(), promised, cause);
    }

    private HandlerRevision serving() {
        return running() == null ? null : running().serving();
    }

    /** Swaps what cannot simply be staged beside the old one; true if that is done already. */
    private boolean exchange(PluginFile file, String cause) throws RefusedException {
        file.pending();
        if (hasUsers(file.facts()) && neighbours.othersAreBusy(this)) {
            return false;
        }
        Swap swap = swap(file.facts(), cause);
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

    private Swap swap(JarFacts facts, String cause) throws RefusedException {
        return hasUsers(facts)
                ? LibrarySwap.begin(tools, neighbours, running(), facts, cause)
                : swapTo(facts, false, cause);
    }

    /**
     * Installs a revision that is to take the place of the one in service.
     *
     * @param evenWaiting whether it may although its components lack something
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve; then nothing has changed
     */
    Swap swapTo(JarFacts facts, boolean evenWaiting, String cause) throws RefusedException {
        return facts.singleton() && !facts.library()
                ? Exchange.begin(tools, running(), facts, cause)
                : handingOver(Beside.begin(tools, running(), facts, evenWaiting, cause));
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
        service.commit(new Running(ready.revision(), file), ready.old(), "activated", ready.note());
        watch = baseline == null ? null : new Watch(baseline, ready.revision());
        baseline = null;
        staging.forget(ready.revision());
        file.active();
    }

    /** Its revision that was made for a new library comes into service. */
    void takeOver(Swap swap, Swap.Result.Ready ready, PluginFile file) {
        try {
            if (file == null) {
                service.commit(
                        running().with(ready.revision()), ready.old(), "reloaded", ready.note());
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
            JarFacts same = tools.facts(running().revision());
            Swap swap = swap(same, same.sha256());
            begin(
                    swap,
                    ready -> {
                        Running next = running().with(ready.revision());
                        service.commit(next, ready.old(), "reloaded", ready.note());
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

    private void removeUnlessOthersAreBusy() {
        if (neighbours.othersAreBusy(this)) {
            return;
        }
        Revision revision = running().revision();
        List<Plugin> users = neighbours.users(revision);
        users.forEach(user -> user.service.remove(revision + ", which it uses, goes"));
        service.remove(running().file() + " is gone");
        tools.promises().forget(name);
        neighbours.rewire(revision);
    }
}
