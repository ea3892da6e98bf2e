package io.fastsocket.registry;

import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.Route;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a routing table for people. */
final class Catalog {

    private Catalog() {}

    static List<EventInfo> of(RoutingTable table) {
        Map<EventMethod, EventInfo> events = new LinkedHashMap<>();
        add(events, table, EventState.ACTIVE);
        // What these have of their own is what is tried out.
        table.shares().forEach(share -> add(events, share, EventState.CANARY));
        return events.values().stream()
                .sorted(
                        Comparator.comparing(EventInfo::namespace)
                                .thenComparing(EventInfo::event)
                                .thenComparing(EventInfo::state))
                .toList();
    }

    private static void add(
            Map<EventMethod, EventInfo> events, RoutingTable table, EventState state) {
        for (String namespace : table.names()) {
            for (Route route : table.namespace(namespace).routes()) {
                events.computeIfAbsent(route.method(), method -> info(namespace, route, state));
            }
        }
    }

    private static EventInfo info(String namespace, Route route, EventState state) {
        EventMethod method = route.method();
        Origin origin = method.service().scope().origin();
        return new EventInfo(
                namespace,
                method.event(),
                method.method().name(),
                origin.plugin(),
                origin.version(),
                route.parkedUntil() == 0 ? state : EventState.PARKED,
                method.calls(),
                method.errors(),
                method.violations(),
                method.latency().p99(System.nanoTime()));
    }
}
