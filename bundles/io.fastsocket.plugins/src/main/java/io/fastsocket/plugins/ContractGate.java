package io.fastsocket.plugins;

import io.fastsocket.plugins.BreakingPolicy.Modes;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps revisions out whose contract breaks what clients of the revision before them rely on.
 * Belongs to the deployer's thread.
 */
final class ContractGate {

    private static final Logger log = LoggerFactory.getLogger(ContractGate.class);
    private static final String CURE =
            "Keep to the old contract, or let it in with"
                    + " fastsocket plugin deploy FILE --allow-breaking \"reason\".";

    private final Supplier<BreakingPolicy> policy;
    private final Reasons allowances;

    ContractGate(Supplier<BreakingPolicy> policy, Reasons allowances) {
        this.policy = policy;
        this.allowances = allowances;
    }

    /**
     * What clients could rely on so far.
     *
     * @param old the revision before
     * @return empty if nothing is known of it, or nobody wants to know
     */
    String promised(Revision old) {
        if (policy.get().of(old.name()).off()) {
            return "";
        }
        try {
            return old.handlers().promise();
        } catch (RuntimeException | LinkageError e) {
            log.warn("what {} promises its clients is not known", old, e);
            return "";
        }
    }

    /**
     * Lets a revision pass, or not.
     *
     * @param next bound, about to come into service
     * @param old the handlers of the one before, also if they are parked; null if there are none
     * @param promised what {@link #promised} said of it
     * @param cause hash of the JAR that makes it come, its own or a library's; empty if somebody
     *     has taken away what was better, and this is what is left
     * @return for the history, what it means for clients and why that is let pass; empty if it
     *     means nothing
     * @throws RefusedException if it breaks clients, and nobody has allowed that
     */
    String admit(Revision next, HandlerRevision old, String promised, String cause)
            throws RefusedException {
        Modes modes = policy.get().of(next.name());
        if (cause.isEmpty() || promised.isEmpty() || modes.off()) {
            return "";
        }
        List<Change> all = changes(next, promised);
        List<Change> refused = modes.with(BreakingMode.REFUSE, all);
        List<Change> told =
                Stream.concat(refused.stream(), modes.with(BreakingMode.WARN, all).stream())
                        .toList();
        if (told.isEmpty()) {
            return "";
        }
        BrokenContract broken = new BrokenContract(told, old == null ? 0 : old.recentSockets(told));
        String allowed = allowed(next, cause);
        if (!refused.isEmpty() && allowed == null) {
            throw new RefusedException("its contract has " + broken, CURE, told);
        }
        String why = refused.isEmpty() ? "by etc/" + Deployer.PID + ".cfg" : "allowed: " + allowed;
        log.warn("{} comes into service with {}; {}", next, broken, why);
        return why + " (" + broken + ")";
    }

    private String allowed(Revision next, String cause) {
        String own = allowances.reason(next.sha256());
        return own == null ? allowances.reason(cause) : own;
    }

    private static List<Change> changes(Revision next, String promised) throws RefusedException {
        try {
            return next.handlers().changes(promised);
        } catch (RuntimeException | LinkageError e) {
            log.warn("the contract of {} cannot be compared", next, e);
            throw new RefusedException(
                    "its contract cannot be compared with that of the one before: "
                            + e.getMessage(),
                    "The log has the stack trace.",
                    true);
        }
    }
}
