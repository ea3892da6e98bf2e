package io.fastsocket.registry.demand;

import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.transport.ClientSocket;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What all sockets have asked for, by event. It belongs to sockets, and not to plugins: a swap does
 * not touch it. An event that nobody asks for costs a look at an empty map.
 */
public final class Demands {

    private record Event(String namespace, String name) {}

    private final ConcurrentMap<Event, EventDemand> events = new ConcurrentHashMap<>();
    private final BiConsumer<Duration, Runnable> later;

    /**
     * Nobody has asked for anything.
     *
     * @param later does something after that time, on a thread that may wait
     */
    public Demands(BiConsumer<Duration, Runnable> later) {
        this.later = later;
    }

    /**
     * What is asked for of an event.
     *
     * @param namespace as sockets are in it
     * @param event its name
     * @return null if nobody sets the pace
     */
    public EventDemand of(String namespace, String event) {
        return events.isEmpty() ? null : events.get(new Event(namespace, event));
    }

    /** In the place of what the socket had asked for before. */
    Demand add(ClientSocket client, String event, Terms terms) {
        Demand[] made = new Demand[1];
        events.compute(
                new Event(client.namespace(), event),
                (key, known) -> {
                    EventDemand all = known == null ? new EventDemand() : known;
                    made[0] = new Demand(client, terms, all, later);
                    all.put(client, made[0]);
                    return all;
                });
        return made[0];
    }

    void remove(ClientSocket client, String event, Demand demand) {
        events.computeIfPresent(
                new Event(client.namespace(), event),
                (key, all) -> {
                    all.remove(client, demand);
                    return all.isEmpty() ? null : all;
                });
    }

    /**
     * Who has subscribed to events, and what they have asked for.
     *
     * @param namespaces which
     * @param names theirs
     */
    public StreamInfo.Subscribers subscribers(
            Predicate<String> namespaces, Collection<String> names) {
        Totals totals = new Totals();
        events.forEach(
                (event, demand) -> {
                    if (names.contains(event.name()) && namespaces.test(event.namespace())) {
                        demand.addTo(totals);
                    }
                });
        return totals.subscribers();
    }
}
