package io.fastsocket.registry.routing;

import io.fastsocket.spi.dispatch.HandlerRevision;

import java.util.ArrayList;
import java.util.List;

/** What keeps a revision from serving beside others. To be asked under the lock of the routes. */
final class Conflicts {

    private Conflicts() {}

    /**
     * Each in one sentence.
     *
     * @param replaced what does not count, or null
     */
    static List<String> of(Revision revision, HandlerRevision replaced, Routes routes) {
        List<String> problems = new ArrayList<>();
        List<Revision> others = others(revision, replaced, routes);
        Claims claims = new Claims();
        Chains chains = new Chains();
        for (Revision other : others) {
            for (HandlerService service : other.services().all()) {
                claims.claim(service);
                chains.claim(service);
            }
        }
        for (HandlerService service : revision.services().live()) {
            problems.addAll(service.problems());
            problems.addAll(claims.conflicts(service));
            problems.addAll(chains.circles(service));
            claims.claim(service);
            chains.claim(service);
        }
        problems.addAll(Contracting.problems(revision, others));
        return problems;
    }

    /** The revisions of other plugins that serve, all connections or some. */
    private static List<Revision> others(
            Revision revision, HandlerRevision replaced, Routes routes) {
        List<Revision> others = new ArrayList<>(routes.serving());
        others.removeIf(other -> other == replaced || other == revision);
        others.addAll(routes.trials().ofOthers(routes.serving(), revision, replaced));
        return others;
    }
}
