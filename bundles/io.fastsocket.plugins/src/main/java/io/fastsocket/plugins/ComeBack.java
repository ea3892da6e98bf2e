package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back the revision of a plugin that was in service before a restart, if what lies in its
 * place is refused, or was rolled back: its clients are not to lose both. Belongs to the deployer's
 * thread.
 */
final class ComeBack {

    private static final Logger log = LoggerFactory.getLogger(ComeBack.class);

    private final Tools tools;
    private final Neighbours neighbours;
    private final Staging staging;
    private final InService service;
    private Promises.Promise last;
    private boolean underWay;
    private boolean given;
    private RefusedException failure;
    private long failedAt;

    ComeBack(Tools tools, Neighbours neighbours, Staging staging, InService service) {
        this.tools = tools;
        this.neighbours = neighbours;
        this.staging = staging;
        this.service = service;
    }

    /** Whether it wants the next round soon. */
    boolean isUnderWay() {
        return underWay || isDueAgain();
    }

    /** It failed because of other bundles, and those have changed. */
    private boolean isDueAgain() {
        return failure != null && failure.retry() && failedAt != tools.generation().current();
    }

    /** Whether it is under way, waits, or has failed. */
    boolean hasBegun() {
        return last != null || given;
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
        failure = null;
    }

    /**
     * One step forward.
     *
     * @param plugin symbolic name; nothing of it is in service
     * @param instead the file that is kept out
     */
    void advance(String plugin, PluginFile instead) {
        if (given && !isDueAgain()) {
            return;
        }
        if (last == null) {
            last = tools.promises().of(plugin);
        }
        failedAt = tools.generation().current();
        try {
            given = last == null || arrived(instead);
        } catch (RefusedException e) {
            fail(plugin, e);
        }
        underWay &= !given;
    }

    private void fail(String plugin, RefusedException why) {
        if (failure == null || !failure.reason().equals(why.reason())) {
            log.error("{}: what was in service before cannot come back: {}", plugin, why.reason());
        }
        failure = why;
        staging.discard(last.sha256());
        given = true;
    }

    private boolean arrived(PluginFile instead) throws RefusedException {
        JarFacts facts = tools.facts(last.sha256());
        if (facts.library()) {
            neighbours.refuseSharedExports(facts);
        }
        Revision revision = staging.of(facts);
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
