package io.fastsocket.registry.demand;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Pace;
import io.fastsocket.spi.transport.Payload;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What sockets have asked for of one event. Usable from any thread. */
public final class EventDemand {

    private final ConcurrentMap<String, Demand> demands = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    EventDemand() {}

    /**
     * The pace at which an event is sent: sockets that have asked for some get that many, all
     * others all.
     *
     * @param payload the event
     */
    public Pace pace(Payload payload) {
        return receiver -> {
            Demand demand = demands.get(receiver.id());
            return demand == null || demand.sends(payload);
        };
    }

    /**
     * Whether a socket has asked for some.
     *
     * @param client the socket
     */
    public boolean concerns(ClientSocket client) {
        return demands.containsKey(client.id());
    }

    /** In the place of what the socket had asked for before. */
    void put(ClientSocket client, Demand demand) {
        Demand before = demands.put(client.id(), demand);
        if (before != null) {
            before.end();
        }
    }

    void remove(ClientSocket client, Demand demand) {
        demands.remove(client.id(), demand);
        demand.end();
    }

    boolean isEmpty() {
        return demands.isEmpty();
    }

    void sent() {
        sent.increment();
    }

    void dropped() {
        dropped.increment();
    }

    /** Adds its figures. */
    void addTo(Totals totals) {
        for (Demand demand : demands.values()) {
            totals.add(demand.credits(), demand.waiting());
        }
        totals.add(sent.sum(), dropped.sum());
    }
}
