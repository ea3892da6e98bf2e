package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The revisions of one plugin that are installed and started, but not in service: they may wait for
 * something for long. Belongs to the deployer's thread.
 */
final class Staging {

    private static final Logger log = LoggerFactory.getLogger(Staging.class);

    /** How long a component may be about to be instantiated before that counts as waiting. */
    private static final Duration PENDING_LIMIT = Duration.ofSeconds(2);

    private final Tools tools;
    private final Map<String, Revision> revisions = new HashMap<>();

    Staging(Tools tools) {
        this.tools = tools;
    }

    boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** Takes over a bundle that an earlier deployer installed. */
    void adopt(Revision revision) {
        if (revisions.putIfAbsent(revision.sha256(), revision) != null) {
            tools.retirement().removed(revision);
        }
    }

    /** Somebody may have uninstalled a bundle by hand. */
    void forgetUninstalled() {
        revisions.values().removeIf(revision -> revision.bundle().getState() == Bundle.UNINSTALLED);
    }

    /**
     * The revision of that content, installed and started now if it is not yet.
     *
     * @throws RefusedException if it cannot be
     */
    Revision of(JarFacts facts) throws RefusedException {
        Revision revision = revisions.get(facts.sha256());
        if (revision == null) {
            revision = tools.installer().install(facts);
            revisions.put(revision.sha256(), revision);
            tools.installer().start(revision);
        }
        return revision;
    }

    /**
     * Whether a revision can be put into service now; if not, the file says what it waits for.
     *
     * @param running what it would replace, or null
     * @throws RefusedException if it never can
     */
    boolean isReady(PluginFile file, Revision revision, Running running) throws RefusedException {
        Answer answer = tools.state(revision);
        tools.refuseProblems(revision, answer, running == null ? null : running.serving());
        if (answer.kind() == Kind.READY) {
            return true;
        }
        boolean fresh = System.nanoTime() - revision.installedAt() < PENDING_LIMIT.toNanos();
        if (answer.kind() == Kind.PENDING && fresh) {
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

    /** It is in service now. */
    void forget(Revision revision) {
        revisions.remove(revision.sha256(), revision);
    }

    /** Takes away the revision of that content, if there is one. */
    void discard(String sha256) {
        Revision revision = revisions.remove(sha256);
        if (revision != null) {
            tools.retirement().removed(revision);
        }
    }

    /**
     * Takes away those whose file is gone or stands behind the one in service.
     *
     * @param returning hash of one that has no file, and is wanted all the same
     */
    void keepOnly(List<PluginFile> files, String returning) {
        List<String> wanted =
                files.stream()
                        .filter(file -> !file.isSuperseded())
                        .map(PluginFile::sha256)
                        .toList();
        discard(r -> !wanted.contains(r.sha256()) && !r.sha256().equals(returning));
    }

    /** Takes away some. */
    void discard(Predicate<Revision> unwanted) {
        List.copyOf(revisions.values()).stream()
                .filter(unwanted)
                .forEach(revision -> discard(revision.sha256()));
    }
}
