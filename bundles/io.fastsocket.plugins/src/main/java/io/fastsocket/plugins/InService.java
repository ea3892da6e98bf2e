package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletionStage;

/**
 * The revision of one plugin that is in service, if any: put there, put back, taken away. Belongs
 * to the deployer's thread.
 */
final class InService {

    private static final Logger log = LoggerFactory.getLogger(InService.class);

    private final Tools tools;
    private Running running;

    InService(Tools tools) {
        this.tools = tools;
    }

    /** Null if there is none. */
    Running running() {
        return running;
    }

    /** Takes over a bundle that was in service when the deployer, or the registry, went away. */
    void adopt(Revision revision, String file) {
        running = new Running(revision, file, FileTime.fromMillis(0));
    }

    /** Somebody may have uninstalled the bundle by hand; its file is deployed again. */
    void forgetUninstalled() {
        if (running != null && running.revision().bundle().getState() == Bundle.UNINSTALLED) {
            log.warn("{} was uninstalled by somebody else", running);
            running.revision().handlers().close();
            tools.record().remove(running.revision().bundle().getBundleId());
            running = null;
        }
    }

    /**
     * Puts a revision into service.
     *
     * @param old handlers that it replaces, or null
     * @param what for the history
     * @param note for the history too: what it means for clients; else empty
     * @throws IllegalStateException if the registry refuses; then nothing has changed
     */
    void commit(Running next, HandlerRevision old, String what, String note) {
        Revision revision = next.revision();
        CompletionStage<Void> ended = revision.handlers().commit(old);
        Running before = running;
        running = next;
        running.setCommitted();
        tools.record().add(revision.bundle().getBundleId(), next.file());
        tools.history().add(revision, next.file(), what, note);
        if (before == null) {
            log.info("{} is in service, from {}", revision, next.file());
        } else {
            log.info("{} is in service, from {}, in place of {}", revision, next.file(), before);
            tools.record().remove(before.revision().bundle().getBundleId());
            tools.retirement().replaced(before.revision(), ended);
        }
        tools.generation().next();
    }

    /** Commits again what was in service before the registry or the deployer was restarted. */
    void readmit() {
        if (running == null || running.committed()) {
            return;
        }
        Revision revision = running.revision();
        Answer answer = tools.state(revision);
        if (answer.kind() == Kind.READY && revision.handlers().problems(null).isEmpty()) {
            revision.handlers().commit(null);
            running.setCommitted();
            tools.generation().next();
            log.info("{} is in service again", revision);
        }
    }

    /**
     * Puts back what was in service before a restart.
     *
     * @param file the one in its place, whose name it goes by
     */
    void restore(Revision revision, String file) {
        String why = file + " is kept out";
        commit(new Running(revision, file, FileTime.fromMillis(0)), null, "restored", why);
    }

    /** Its swap came to nothing, after its events had been parked. */
    void putBack() {
        running.setStaged();
        readmit();
    }

    /** Takes it out of service. */
    void remove(String why) {
        log.info("{} is removed: {}", running, why);
        tools.record().remove(running.revision().bundle().getBundleId());
        tools.history().add(running.revision(), running.file(), "removed", "");
        if (running.revision().library()) {
            tools.installer().missed(running.revision());
        }
        tools.retirement().removed(running.revision());
        running = null;
        tools.generation().next();
    }
}
