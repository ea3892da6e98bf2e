package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.transport.SocketTransport;

import java.util.List;

/** Who is connected: how many, and nothing else. */
final class SocketMetrics {

    private static final Metric CONNECTIONS =
            Metric.gauge(
                    "fastsocket_connections",
                    "Connections that are open; each may carry several sockets.");

    private static final Metric SOCKETS =
            Metric.gauge(
                    "fastsocket_sockets",
                    "Sockets in a namespace; dynamic ones are added up under the name that handlers"
                            + " declare, and namespaces without handlers under other.",
                    "namespace");

    private SocketMetrics() {}

    static void add(
            Scrape scrape,
            SocketTransport transport,
            Namespaces namespaces,
            List<EventInfo> handled) {
        scrape.add(CONNECTIONS, transport.connections());
        scrape.declare(SOCKETS);
        // One that is empty now is 0, and no gap.
        handled.forEach(event -> scrape.add(SOCKETS, 0, event.namespace()));
        for (String name : transport.namespaces()) {
            scrape.add(SOCKETS, transport.sockets(name).size(), namespaces.label(name));
        }
    }
}
