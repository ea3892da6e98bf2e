package io.fastsocket.registry;

import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.Route;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.spi.observe.EventInfo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Describes a routing table for people. */
final class Catalog {

    private Catalog() {}

    static List<EventInfo> of(RoutingTable table) {
        List<EventInfo> events = new ArrayList<>();
        for (String namespace : table.names()) {
            for (Route route : table.namespace(namespace).routes()) {
                events.add(info(namespace, route));
            }
        }
        events.sort(Comparator.comparing(EventInfo::namespace).thenComparing(EventInfo::event));
        return events;
    }

    private static EventInfo info(String namespace, Route route) {
        EventMethod method = route.method();
        Origin origin = method.service().scope().origin();
        return new EventInfo(
                namespace,
                method.event(),
                method.method().name(),
                origin.plugin(),
                origin.version(),
                route.parkedUntil() != 0,
                method.calls(),
                method.errors(),
                method.violations(),
                method.latency().p99(System.nanoTime()));
    }
}
