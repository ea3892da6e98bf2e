package io.fastsocket.registry.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Notices components that come into service and are to be called for sockets that were there before
 * them.
 */
public final class Arrivals {

    private final Queue<Arrival> come = new ConcurrentLinkedQueue<>();
    private Map<HandlerService, Span> known = Map.of();
    private volatile Consumer<Arrival> listener = arrival -> {};

    /** The connections that a component serves, by their points. */
    private record Span(int from, int to) {

        Span and(Span other) {
            return new Span(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    /**
     * Compares with what was in service before. Called under the lock of the routes.
     *
     * @param table in force from now on
     * @param live what serves connections from a point on, by that point
     */
    void look(RoutingTable table, Map<Integer, Draft> live) {
        Map<HandlerService, Span> now = new HashMap<>();
        live.forEach(
                (from, draft) -> {
                    Span span = new Span(from, draft.to());
                    draft.live().stream()
                            .filter(service -> !service.replays().isEmpty())
                            .forEach(service -> now.merge(service, span, Span::and));
                });
        now.forEach((service, span) -> compare(service, span, table.number()));
        known = now;
    }

    /** A share only grows or shrinks at one end at a time. */
    private void compare(HandlerService service, Span now, long table) {
        Span before = known.get(service);
        if (before == null) {
            come.add(new Arrival(service, table, now.from, now.to));
            return;
        }
        if (now.from < before.from) {
            come.add(new Arrival(service, table, now.from, before.from));
        }
        if (now.to > before.to) {
            come.add(new Arrival(service, table, before.to, now.to));
        }
    }

    /** Tells of them, once the table has them. */
    void tell() {
        for (Arrival arrival = come.poll(); arrival != null; arrival = come.poll()) {
            listener.accept(arrival);
        }
    }

    /**
     * Has somebody told.
     *
     * @param told called on the thread that has brought the component into service
     */
    public void listener(Consumer<Arrival> told) {
        listener = told;
    }
}
