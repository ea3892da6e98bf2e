package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.routing.Route;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.spi.dispatch.InboundEvent;

/** Brings the events of one socket's queue to their handlers. Used by whoever works only. */
final class Routing {

    private final Core core;
    private final ClientState state;
    private final SocketQueue queue;
    private final Unordered unordered;

    Routing(Core core, ClientState state, SocketQueue queue, Unordered unordered) {
        this.core = core;
        this.state = state;
        this.queue = queue;
        this.unordered = unordered;
    }

    /** Whether the event is finished; if not, it keeps its place in the queue. */
    boolean handle(InboundEvent event, long millis, Drain drain) {
        while (true) {
            RoutingTable table = core.table(state);
            NamespaceTable namespace = table.namespace(state.client().namespace());
            Route route = namespace == null ? null : namespace.find(event);
            long until = until(namespace, route);
            if (until != 0) {
                switch (queue.park(table, until)) {
                    case PARKED -> {
                        return false;
                    }
                    case REFUSED -> {
                        return unavailable(event, millis);
                    }
                    case CHANGED -> {
                        continue;
                    }
                }
            }
            Entry entry = new Entry(route == null ? null : route.method(), namespace);
            if (!entry.admitted(true)) {
                if (entry.gone()) {
                    continue;
                }
                return unavailable(event, millis);
            }
            if (entry.enter()) {
                return run(event, millis, entry, drain);
            }
        }
    }

    /** Until when the handler is away, or an interceptor before it; else 0. */
    private static long until(NamespaceTable namespace, Route route) {
        if (namespace == null) {
            return 0;
        }
        long guards = namespace.guardsParkedUntil();
        return guards != 0 || route == null ? guards : route.parkedUntil();
    }

    private boolean unavailable(InboundEvent event, long millis) {
        Entry nobody = new Entry(null, null);
        new Call(core, state, event, millis, nobody, () -> {})
                .answerError(Errors.of(ErrorCode.UNAVAILABLE));
        return true;
    }

    private boolean run(InboundEvent event, long millis, Entry entry, Drain drain) {
        if (entry.method() == null || entry.method().ordered()) {
            return drain.run(new Call(core, state, event, millis, entry, queue::goOn));
        }
        long bytes = Backlog.bytes(event);
        Runnable ended = () -> unordered.ended(bytes);
        unordered.run(new Call(core, state, event, millis, entry, ended), bytes);
        queue.handedOver();
        return true;
    }
}
