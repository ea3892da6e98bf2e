package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin, or a library: one symbolic name, the revision in service, and those that would replace
 * it. Belongs to the deployer's thread.
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
    private final Swaps swaps;
    private final Rollback rollback;
    private final Succession succession;
    private final Tryout tryout;
    private final Operations operations;

    Plugin(String name, Tools tools, Neighbours neighbours) {
        this.name = name;
        this.tools = tools;
        this.neighbours = neighbours;
        this.staging = new Staging(tools);
        this.service = new InService(tools);
        this.comeBack = new ComeBack(tools, neighbours, staging, service);
        this.swaps = new Swaps(this, tools, neighbours, service);
        this.rollback = new Rollback(tools, service, swaps);
        this.succession = new Succession(tools, neighbours, staging, service, swaps, rollback);
        this.tryout = new Tryout(tools, service, swaps);
        this.operations = new Operations(tools, neighbours, service, swaps, tryout, rollback);
    }

    String name() {
        return name;
    }

    /** What is in service, or null. */
    Running running() {
        return service.running();
    }

    /** Hashes of the JARs that are in service, or may yet be put back. */
    Set<String> hashes() {
        Stream<String> served =
                running() == null
                        ? Stream.of(comeBack.sha256())
                        : Stream.of(running().revision().sha256(), rollback.before());
        Stream<String> tried =
                trial() == null ? Stream.of() : Stream.of(trial().revision().sha256());
        return Stream.concat(served, tried).collect(Collectors.toSet());
    }

    /** What serves a share of the connections beside it, or null. */
    Trial trial() {
        return tryout.trial();
    }

    /** What an operator may ask of it; something has to be in service. */
    Operations operations() {
        return operations;
    }

    /** Whether it is busy with something that wants the next round soon. */
    boolean isBusy() {
        return swaps.isBusy() || comeBack.isUnderWay();
    }

    /** Whether it is busy with others too, which are to be left alone meanwhile. */
    boolean isSwappingOthers() {
        return swaps.concernOthers();
    }

    /** Whether nothing of it is left. */
    boolean isGone() {
        boolean tried = comeBack.hasBegun(); // Not to be tried again and again.
        return running() == null
                && staging.isEmpty()
                && !swaps.isBusy()
                && !tried
                && trial() == null;
    }

    /** Whether it is in service, or what was before a restart has been tried already. */
    boolean isBack() {
        return running() != null || comeBack.hasBegun();
    }

    /** Takes over a bundle that was in service when the deployer, or the registry, went away. */
    void adopt(Revision revision, String file) {
        service.adopt(revision, file);
    }

    /** Takes over a bundle that was installed then, but not in service. */
    void adoptStaged(Revision revision) {
        staging.adopt(revision);
    }

    /** The deployer goes: a swap half-done is undone, and a canary is over. */
    void abandon() {
        swaps.abandon();
        tryout.abandon();
    }

    /**
     * One step forward.
     *
     * @param files of this name, checked and not refused, best first
     * @param origin whether the file of the revision in service is gone, and how it is
     */
    void round(List<PluginFile> files, Origin origin) {
        if (swaps.isBusy()) {
            swaps.advance();
            return;
        }
        staging.forgetUninstalled();
        service.forgetUninstalled();
        service.readmit();
        if (tryout.looked() || rollback.looked()) {
            return;
        }
        boolean served = succession.advance(files, origin);
        PluginFile keptOut = keptOut();
        if (served || keptOut == null || running() != null) {
            comeBack.end();
        } else {
            comeBack.advance(name, keptOut);
        }
        // What is to replace it may only be allowed yet: clients are not to lose it meanwhile.
        boolean nothingComes = keptOut == null && !neighbours.isComingAgain(name);
        if (!served && nothingComes && running() != null && origin.isGone()) {
            removeUnlessOthersAreBusy();
        }
        staging.keepOnly(files, comeBack.sha256());
    }

    private PluginFile keptOut() {
        PluginFile keptOut = neighbours.keptOut(name);
        return keptOut != null || running() != null
                ? keptOut
                : neighbours.inPlaceOf(name, comeBack.hasBegun());
    }

    /**
     * Installs a revision that is to take the place of the one in service.
     *
     * @param evenWaiting whether it may although its components lack something
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve; then nothing has changed
     */
    Swap swapTo(JarFacts facts, boolean evenWaiting, String cause) throws RefusedException {
        return swaps.alone(facts, evenWaiting, cause);
    }

    /** Its revision that was made for a new library comes into service. */
    void takeOver(Swap swap, Swap.Result.Ready ready, PluginFile file) {
        try {
            if (file == null) {
                service.commit(
                        running().with(ready.revision()), ready.old(), "reloaded", ready.note());
            } else {
                succession.take(file, ready);
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
