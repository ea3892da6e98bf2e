package io.fastsocket.registry.dispatch;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.registry.routing.Arrival;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.Gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls the methods for one socket that has come, or goes. Used by whoever works only. */
final class Lifecycle {

    /** The greeting is still to come, and finds whoever is in service then. */
    private static final long DUE = -1;

    /** The engine's thread is finding out whether anybody greets. */
    private static final long LOOKING = -2;

    /** The socket has left. */
    private static final long GONE = -3;

    private final Core core;
    private final ClientState state;
    private final SocketQueue queue;
    private final Unordered unordered;

    /** Number of the routing table by which the socket was greeted, or one of the above. */
    private volatile long greeted = DUE;

    /** Number of the table by which somebody was called last; whoever works only. */
    private long called;

    Lifecycle(Core core, ClientState state, SocketQueue queue, Unordered unordered) {
        this.core = core;
        this.state = state;
        this.queue = queue;
        this.unordered = unordered;
    }

    /**
     * Whether nobody is to be called.
     *
     * @param reason why the socket goes, or null for one that has come
     */
    boolean callsNobody(DisconnectReason reason) {
        NamespaceTable namespace = core.table(state).namespace(state.client().namespace());
        return namespace == null
                || (namespace.lifecycleParkedUntil() == 0 && called(namespace, reason).isEmpty());
    }

    /** Whether nobody greets a socket that has come, which is over then. By the engine's thread. */
    boolean needsNoGreeting() {
        greeted = LOOKING;
        long table = core.table(state).number();
        boolean nobody = callsNobody(null);
        greeted = nobody ? table : DUE;
        return nobody;
    }

    /** Calls a component that came into service when the socket was there already. */
    boolean replay(Arrival arrival) {
        HandlerService service = arrival.service();
        while (greeted == LOOKING) {
            Thread.onSpinWait();
        }
        long by = greeted;
        boolean missed = by >= 0 && by < arrival.table() && state.client().connected();
        Gate gate = service.gate();
        if (missed && gate.enter()) {
            try {
                new Hook(core, state, null, null).callAll(service, service.replays());
            } finally {
                gate.leave();
            }
        }
        return true;
    }

    private static List<HandlerService> called(NamespaceTable namespace, DisconnectReason reason) {
        return reason == null ? namespace.connects() : namespace.disconnects();
    }

    /** Whether all have been called; if not, this keeps its place in the queue. */
    boolean came() {
        if (!call(null)) {
            return false;
        }
        greeted = called;
        return true;
    }

    /** The same at the end, which waits for calls beside the queue. */
    boolean left(DisconnectReason reason) {
        if (unordered.await() || !call(reason)) {
            return false;
        }
        close();
        return true;
    }

    /** The socket has left, and whoever is to know of it does. */
    void close() {
        greeted = GONE;
        core.queues().remove(queue);
        core.sockets().close(state);
    }

    /** All before it has been handled, once calls beside the queue have ended too. */
    boolean settled(CompletableFuture<Void> done) {
        if (unordered.await()) {
            return false;
        }
        done.complete(null);
        return true;
    }

    private boolean call(DisconnectReason reason) {
        while (true) {
            RoutingTable table = core.table(state);
            called = table.number();
            NamespaceTable namespace = table.namespace(state.client().namespace());
            if (namespace == null) {
                return true;
            }
            long until = namespace.lifecycleParkedUntil();
            if (until != 0) {
                SocketQueue.Parked parked = queue.park(table, until);
                if (parked == SocketQueue.Parked.PARKED) {
                    return false;
                }
                if (parked == SocketQueue.Parked.CHANGED) {
                    continue;
                }
            }
            if (call(called(namespace, reason), reason)) {
                return true;
            }
        }
    }

    /** False if one of them has just gone out of service: nobody has been called. */
    private boolean call(List<HandlerService> services, DisconnectReason reason) {
        List<Gate> entered = new ArrayList<>(services.size());
        try {
            if (!Entry.enterAll(services, entered)) {
                return false;
            }
            Hook hook = new Hook(core, state, reason, null);
            for (HandlerService service : services) {
                hook.callAll(service, reason == null ? service.connects() : service.disconnects());
            }
            return true;
        } finally {
            entered.forEach(Gate::leave);
        }
    }
}
