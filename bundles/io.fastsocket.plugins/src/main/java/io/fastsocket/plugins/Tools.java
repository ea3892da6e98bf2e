package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What a {@link Plugin} works with. */
record Tools(
        Installer installer,
        ComponentState components,
        Retirement retirement,
        RunningRecord record,
        Generation generation,
        RevisionStore store,
        LibraryHook hook,
        History history,
        ContractGate gate,
        Promises promises,
        Reasons rolledBack,
        Supplier<Duration> watchTime) {

    /** How a revision's components are. */
    Answer state(Revision revision) {
        return components.of(revision.bundle(), revision.handlers().components());
    }

    /**
     * Refuses what cannot serve.
     *
     * @param old the revision to be replaced, or null
     * @throws RefusedException if a component failed, or the registry names problems
     */
    void refuseProblems(Revision revision, Answer answer, HandlerRevision old)
            throws RefusedException {
        if (answer.kind() == Kind.FAILED) {
            throw new RefusedException(answer.reason(), "The log has the stack trace.");
        }
        List<String> problems = revision.handlers().problems(old);
        if (!problems.isEmpty()) {
            throw new RefusedException(
                    HandlerProblems.inOneLine(problems), "Change the handlers named.", true);
        }
    }

    /**
     * Refuses what was taken back for the one before it, until somebody lets it in again.
     *
     * @throws RefusedException with the figures for which it was
     */
    void refuseRolledBack(JarFacts facts) throws RefusedException {
        String why = rolledBack.reason(facts.sha256());
        if (why != null) {
            throw RefusedException.rolledBack(
                    why,
                    "Copy another version, or let this one in again with"
                            + " fastsocket plugin deploy --again FILE.");
        }
    }

    /**
     * What the copy of a revision is.
     *
     * @throws RefusedException if the copy is gone or damaged
     */
    JarFacts facts(Revision revision) throws RefusedException {
        return facts(revision.sha256());
    }

    /** The same by its hash. */
    JarFacts facts(String sha256) throws RefusedException {
        try {
            return JarReader.read(store.path(sha256), sha256);
        } catch (IOException e) {
            throw new RefusedException(
                    "its copy in var/revisions cannot be read: " + FileFault.of(e),
                    "Copy the JAR into plugins/ again.");
        }
    }

    /** Hands a revision's state on, within the time that a plugin has to start. */
    StateTransfer transfer(String plugin, HandlerRevision old) {
        return new StateTransfer(plugin, old, installer.limit());
    }

    /** As it stands in quarantine. */
    Refusal refusal(RefusedException why) {
        return new Refusal(
                why.reason(),
                why.cure(),
                why.retry(),
                generation.current(),
                Instant.now(),
                why.keepsOld(),
                why.changes());
    }
}
