package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Notices components that come into service and are to be called for sockets that were there before
 * them.
 */
public final class Arrivals {

    private final Queue<HandlerService> come = new ConcurrentLinkedQueue<>();
    private Set<HandlerService> known = Set.of();
    private volatile Consumer<HandlerService> listener = service -> {};

    /**
     * Compares with what was in service before. Called under the lock of the routes.
     *
     * @param live in service now
     * @param table number of the table that says so
     */
    void look(List<HandlerService> live, long table) {
        List<HandlerService> replaying =
                live.stream().filter(service -> !service.replays().isEmpty()).toList();
        List<HandlerService> fresh = new ArrayList<>(replaying);
        fresh.removeAll(known);
        fresh.forEach(service -> service.servesSince(table));
        come.addAll(fresh);
        known = Set.copyOf(replaying);
    }

    /** Tells of them, once the table has them. */
    void tell() {
        for (HandlerService service = come.poll(); service != null; service = come.poll()) {
            listener.accept(service);
        }
    }

    /**
     * Has somebody told.
     *
     * @param told called on the thread that has brought the component into service
     */
    public void listener(Consumer<HandlerService> told) {
        listener = told;
    }
}
