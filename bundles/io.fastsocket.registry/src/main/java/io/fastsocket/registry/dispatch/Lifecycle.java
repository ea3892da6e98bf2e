package io.fastsocket.registry.dispatch;

import io.fastsocket.api.DisconnectReason;
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

    private final Core core;
    private final ClientState state;
    private final SocketQueue queue;
    private final Unordered unordered;

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
        NamespaceTable namespace = core.routes().table().namespace(state.client().namespace());
        return namespace == null
                || (namespace.lifecycleParkedUntil() == 0 && called(namespace, reason).isEmpty());
    }

    private static List<HandlerService> called(NamespaceTable namespace, DisconnectReason reason) {
        return reason == null ? namespace.connects() : namespace.disconnects();
    }

    /** Whether all have been called; if not, this keeps its place in the queue. */
    boolean came() {
        return call(null);
    }

    /** The same at the end, which waits for calls beside the queue. */
    boolean left(DisconnectReason reason) {
        if (unordered.await() || !call(reason)) {
            return false;
        }
        core.sockets().close(state);
        return true;
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
            RoutingTable table = core.routes().table();
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
