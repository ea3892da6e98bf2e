package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What goes into a routing table. Made under the lock of the routes.
 *
 * @param to the first point behind those of the connections that it is for
 * @param live services that take events
 * @param parked services that are away
 * @param refused plugins by problems, of services that cannot be in it
 */
record Draft(int to, List<HandlerService> live, List<Parked> parked, Map<String, String> refused) {

    /** Of the services of those revisions that get along with each other. */
    static Draft of(int to, List<Revision> serving) {
        Draft draft = new Draft(to, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Claims claims = new Claims();
        Chains chains = new Chains();
        for (Revision revision : serving) {
            draft.parked.addAll(revision.services().parked());
            for (Parked away : revision.services().parked()) {
                claims.claim(away.service());
                chains.claim(away.service());
            }
        }
        for (Revision revision : serving) {
            revision.inService().forEach(service -> draft.add(service, claims, chains));
        }
        return draft;
    }

    private void add(HandlerService service, Claims claims, Chains chains) {
        List<String> problems = new ArrayList<>(service.problems());
        problems.addAll(claims.conflicts(service));
        problems.addAll(chains.circles(service));
        if (problems.isEmpty()) {
            claims.claim(service);
            chains.claim(service);
            live.add(service);
        } else {
            String plugin = service.scope().origin().plugin();
            problems.forEach(problem -> refused.put(problem, plugin));
        }
    }

    /** All of them, those included that are away. */
    List<HandlerService> services() {
        return Stream.concat(live.stream(), parked.stream().map(Parked::service)).toList();
    }
}
