package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.util.List;

/**
 * Brings the best file of one plugin into service. Belongs to the deployer's thread.
 *
 * <p>Files are tried from the best to the worst until one is in service. The revision in service
 * keeps its place in that order for as long as its file is not really gone, so that nothing worse
 * replaces it because of a file that is being copied, was refused or waits.
 */
final class Succession {

    private final Tools tools;
    private final Neighbours neighbours;
    private final Staging staging;
    private final InService service;
    private final Swaps swaps;
    private final Rollback rollback;

    Succession(
            Tools tools,
            Neighbours neighbours,
            Staging staging,
            InService service,
            Swaps swaps,
            Rollback rollback) {
        this.tools = tools;
        this.neighbours = neighbours;
        this.staging = staging;
        this.service = service;
        this.swaps = swaps;
        this.rollback = rollback;
    }

    /**
     * One step forward.
     *
     * @param files of this name, checked and not refused, best first
     * @param found whether the file of the revision in service is gone, and how it is
     * @return whether one of the files is in service, or about to be
     */
    boolean advance(List<PluginFile> files, Origin found) {
        Origin origin = found;
        for (PluginFile file : files) {
            Running running = service.running();
            if (running != null && running.is(file)) {
                running.file(file);
                supersede(files, file);
                report(file);
                return true;
            }
            boolean own = running != null && running.file().equals(file.name());
            if (running != null && !own && origin.holds() && running.isBetterThan(file)) {
                file.superseded(running.toString());
                continue;
            }
            if (deploy(file, origin)) {
                supersede(files, file);
                return true;
            }
            if (swaps.isBusy()
                    || (service.running() == null && file.stage() == PluginFile.Stage.PENDING)) {
                return true;
            }
            if (own) {
                origin = Origin.UNSETTLED; // What overwrites it cannot serve.
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
        Answer answer = service.running().health(tools.components());
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
            tools.refuseRolledBack(facts);
            String cause = fallsBack(file, origin) ? "" : facts.sha256();
            if (swaps.isNeededFor(facts)) {
                return exchange(file, cause);
            }
            Revision revision = staging.of(facts);
            if (staging.isReady(file, revision, service.running())) {
                return take(file, revision, admit(revision, cause));
            }
        } catch (RefusedException e) {
            refuse(file, e);
        }
        return false;
    }

    /** Somebody has taken the higher version away on purpose. */
    private boolean fallsBack(PluginFile file, Origin origin) {
        Running running = service.running();
        return origin.isGone() && running != null && running.isBetterThan(file);
    }

    private String admit(Revision revision, String cause) throws RefusedException {
        if (service.running() == null) {
            Promises.Promise last = tools.promises().of(revision.name());
            return last == null || last.sha256().equals(revision.sha256())
                    ? ""
                    : tools.gate().admit(revision, null, last.contract(), cause);
        }
        Revision old = service.running().revision();
        String promised = tools.gate().promised(old);
        return tools.gate().admit(revision, old.handlers(), promised, cause);
    }

    /**
     * Puts a staged revision into service; false if it has to be given the state of the old one.
     */
    private boolean take(PluginFile file, Revision revision, String note) {
        Swap.Result.Ready ready = new Swap.Result.Ready(revision, serving(), note);
        Swap swap = swaps.handingOver(new Staged(tools, ready));
        if (swap instanceof Staged) {
            take(file, ready, baseline());
            return true;
        }
        file.pending();
        swaps.begin(swap, found -> take(file, found, baseline()), why -> refuse(file, why));
        return file.stage() == PluginFile.Stage.ACTIVE;
    }

    private HandlerRevision serving() {
        return service.running() == null ? null : service.running().serving();
    }

    private Baseline baseline() {
        return service.running() == null ? null : Baseline.of(service.running().revision());
    }

    /** Swaps what cannot simply be staged beside the old one; true if that is done already. */
    private boolean exchange(PluginFile file, String cause) throws RefusedException {
        file.pending();
        if (swaps.mustWait(file.facts())) {
            return false;
        }
        // The old one's bundle may have been stopped by the time that the new one is ready.
        Baseline before = baseline();
        Swap swap = swaps.of(file.facts(), cause);
        swaps.begin(
                swap,
                ready -> {
                    take(file, ready, before);
                    swap.committed();
                },
                why -> file.refuse(tools.refusal(why)));
        return file.stage() == PluginFile.Stage.ACTIVE;
    }

    /** Puts a revision into service that comes from a file, and was made for a new library. */
    void take(PluginFile file, Swap.Result.Ready ready) {
        file.retry();
        take(file, ready, baseline());
    }

    private void take(PluginFile file, Swap.Result.Ready ready, Baseline before) {
        service.commit(new Running(ready.revision(), file), ready.old(), "activated", ready.note());
        rollback.watch(before, ready.revision());
        staging.forget(ready.revision());
        file.active();
    }

    private void refuse(PluginFile file, RefusedException why) {
        file.refuse(tools.refusal(why));
        staging.discard(file.facts().sha256());
    }
}
