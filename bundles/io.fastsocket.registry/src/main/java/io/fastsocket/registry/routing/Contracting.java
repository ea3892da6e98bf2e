package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.RevisionContract;

import java.util.ArrayList;
import java.util.List;

/** Brings the handlers of a revision and its contract together. */
final class Contracting {

    private Contracting() {}

    /**
     * Has services keep to the contract of their revision. It may take a second.
     *
     * @param life of the revision's bundle
     * @param keeper who looks after contracts; null for nobody
     */
    static void keep(Scope life, ContractKeeper keeper, List<HandlerService> services) {
        life.keepTo(keeper);
        for (HandlerService service : services) {
            RevisionContract contract = life.contract();
            if (contract != null) {
                service.emits().forEach(contract::declares);
            }
            service.events().forEach(event -> event.keepTo(contract));
        }
    }

    /**
     * What clients can rely on; empty if nobody knows.
     *
     * @param keeper who looks after contracts; null for nobody
     * @param services of one revision
     */
    static String promise(ContractKeeper keeper, List<HandlerService> services) {
        return keeper == null || services.isEmpty()
                ? ""
                : keeper.document(Served.plugin(services.getFirst().scope(), services));
    }

    /**
     * What has changed since an earlier promise.
     *
     * @param keeper who looks after contracts; null for nobody
     * @param services of one revision
     */
    static List<Change> changes(ContractKeeper keeper, String old, List<HandlerService> services) {
        String now = promise(keeper, services);
        return now.isEmpty() || now.equals(old) ? List.of() : keeper.changes(old, now);
    }

    /**
     * What contracts say against a revision. Called under the lock of the routes.
     *
     * @param others the revisions of other plugins that serve
     */
    static List<String> problems(Revision revision, List<Revision> others) {
        RevisionContract own = revision.contract();
        if (own == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(own.problems());
        for (Revision other : others) {
            RevisionContract theirs = other.contract();
            if (theirs != null) {
                problems.addAll(own.conflicts(theirs));
            }
        }
        return problems;
    }
}
