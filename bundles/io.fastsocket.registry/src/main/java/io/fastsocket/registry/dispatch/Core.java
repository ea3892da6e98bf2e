package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.demand.Demands;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.routing.Routes;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.Share;
import io.fastsocket.registry.sockets.Sockets;
import io.fastsocket.spi.transport.ClientSocket;

import java.util.function.Supplier;

/**
 * What all queues share.
 *
 * @param routes which method handles which event
 * @param sockets the state of sockets
 * @param demands what they have asked for
 * @param queues their queues
 * @param settings the settings in force
 * @param watchdog enforces time limits
 */
public record Core(
        Routes routes,
        Sockets sockets,
        Demands demands,
        Queues queues,
        Supplier<Settings> settings,
        Watchdog watchdog) {

    /** The routing table in force for a socket. */
    RoutingTable table(ClientState state) {
        return routes.table().of(state.point());
    }

    /** The same for one that has no state yet. */
    RoutingTable table(ClientSocket socket) {
        return routes.table().of(Share.point(socket.handshake()));
    }

    /** How long a call may take that no plugin handles. */
    long handlerTimeoutNanos() {
        return settings.get().limits().all().nanos(Limit.HANDLER_TIMEOUT);
    }
}
