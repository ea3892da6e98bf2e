package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.dispatch.HandlerRevision;

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
     * What contracts say against a revision. Called under the lock of the routes.
     *
     * @param replaced what does not count, or null
     * @param serving the revisions in service
     */
    static List<String> problems(
            Revision revision, HandlerRevision replaced, List<Revision> serving) {
        RevisionContract own = revision.contract();
        if (own == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(own.problems());
        for (Revision other : serving) {
            RevisionContract theirs = other.contract();
            if (other != replaced && other != revision && theirs != null) {
                problems.addAll(own.conflicts(theirs));
            }
        }
        return problems;
    }
}
