package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back the revision of a plugin that was in service before a restart, if the one in its
 * place is kept out for its contract, or was rolled back: its clients are not to lose both. Belongs
 * to the deployer's thread.
 */
final class ComeBack {

    private static final Logger log = LoggerFactory.getLogger(ComeBack.class);

    private final Tools tools;
    private final Staging staging;
    private final InService service;
    private Promises.Promise last;
    private boolean underWay;
    private boolean given;

    ComeBack(Tools tools, Staging staging, InService service) {
        this.tools = tools;
        this.staging = staging;
        this.service = service;
    }

    /** Whether it wants the next round soon. */
    boolean isUnderWay() {
        return underWay;
    }

    /** Hash of the JAR that is on its way back; empty for none. */
    String sha256() {
        return last == null ? "" : last.sha256();
    }

    /** Nothing is to come back, or no longer. */
    void end() {
        last = null;
        underWay = false;
        given = false;
    }

    /**
     * One step forward.
     *
     * @param plugin symbolic name; nothing of it is in service
     * @param instead the file that is kept out
     */
    void advance(String plugin, PluginFile instead) {
        if (given) {
            return;
        }
        if (last == null) {
            last = tools.promises().of(plugin);
        }
        try {
            given = last == null || arrived(instead);
        } catch (RefusedException e) {
            log.error("{}: what was in service before cannot come back: {}", plugin, e.reason());
            staging.discard(last.sha256());
            given = true;
        }
        underWay &= !given;
    }

    private boolean arrived(PluginFile instead) throws RefusedException {
        Revision revision = staging.of(tools.facts(last.sha256()));
        Answer answer = tools.state(revision);
        tools.refuseProblems(revision, answer, null);
        underWay = answer.kind() == Kind.PENDING;
        if (answer.kind() != Kind.READY) {
            return false;
        }
        service.restore(revision, instead.name());
        staging.forget(revision);
        return true;
    }
}
