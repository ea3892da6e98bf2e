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
import java.util.concurrent.CompletionStage;

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
    private Exchange exchange;

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
        return exchange != null;
    }

    /** Whether nothing of it is left. */
    boolean isGone() {
        return running == null && staged.isEmpty() && exchange == null;
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

    /** The deployer goes: an exchange half-done is undone. */
    void abandon() {
        if (exchange != null) {
            exchange.abandon();
        }
    }

    /**
     * One step forward.
     *
     * @param files of this name, checked and not refused, best first
     * @param origin whether the file of the revision in service is gone, and how it is
     */
    void round(List<PluginFile> files, Origin origin) {
        if (exchange != null) {
            advanceExchange();
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
            if (exchange != null || (running == null && file.stage() == PluginFile.Stage.PENDING)) {
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
                    exchange = Exchange.begin(tools, running, file);
                    file.pending();
                    return false;
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
        HandlerRevision old =
                running == null || !running.committed() ? null : running.revision().handlers();
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
        }
        file.waiting(reason);
    }

    private void commit(PluginFile file, Revision revision, HandlerRevision old) {
        CompletionStage<Void> ended = revision.handlers().commit(old);
        staged.remove(revision.sha256());
        Running before = running;
        running = new Running(revision, file);
        running.setCommitted();
        file.active();
        tools.record().add(revision.bundle().getBundleId(), file.name());
        if (before == null) {
            log.info("{} is in service, from {}", revision, file.name());
        } else {
            log.info("{} is in service, from {}, in place of {}", revision, file.name(), before);
            tools.record().remove(before.revision().bundle().getBundleId());
            tools.retirement().replaced(before.revision(), ended);
        }
        tools.generation().next();
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

    private void advanceExchange() {
        Exchange.Result result = exchange.advance();
        switch (result) {
            case Exchange.Result.Busy busy -> log.trace("{}: {}", name, busy);
            case Exchange.Result.Done done -> {
                PluginFile file = exchange.file();
                exchange = null;
                commit(file, done.revision(), done.old());
            }
            case Exchange.Result.PutBack putBack -> {
                PluginFile file = exchange.file();
                exchange = null;
                running.setStaged();
                readmit();
                file.refuse(tools.refusal(putBack.why()));
            }
        }
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
