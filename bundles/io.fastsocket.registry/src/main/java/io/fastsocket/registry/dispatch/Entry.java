package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.Breaker.Outcome;
import io.fastsocket.registry.isolation.Breaker.Pass;
import io.fastsocket.registry.isolation.Bulkhead;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.sockets.Gate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one call is counted in while it is in flight: the handler it goes to, the limits of its
 * plugin, and the interceptors before it.
 */
final class Entry {

    private final EventMethod method;
    private final List<HandlerService> guards;
    private final List<HandlerService> observers;
    private final List<HandlerService> taps;
    private final List<Gate> gates;
    private Gate gate;
    private Pass pass = Pass.REFUSED;
    private Outcome outcome = Outcome.UNUSED;
    private boolean heavy;

    /**
     * For one event.
     *
     * @param method what handles it, or null
     * @param namespace says who stands before it and who looks on; null for nobody
     */
    Entry(EventMethod method, NamespaceTable namespace) {
        this.method = method;
        this.guards = namespace == null ? List.of() : namespace.interceptors();
        this.observers = namespace == null ? List.of() : namespace.observers();
        this.taps =
                namespace == null || method == null ? List.of() : namespace.taps(method.event());
        this.gates = guards.isEmpty() ? List.of() : new ArrayList<>(guards.size());
    }

    /**
     * Asks the limits of the plugins concerned.
     *
     * @param mayWait whether to wait for another call of the plugin to end; for virtual threads
     * @return whether the call may be made; then {@link #enter} or {@link #leave} has to follow
     */
    boolean admitted(boolean mayWait) {
        if (overrun(guards)) {
            return false;
        }
        if (method == null) {
            return true;
        }
        Isolation isolation = method.service().scope().isolation();
        if (isolation.isSuspended()) {
            return false;
        }
        Pass asked = method.breaker().enter();
        if (asked == Pass.REFUSED) {
            return false;
        }
        Bulkhead bulkhead = isolation.bulkhead();
        heavy = method.heavy();
        if (mayWait ? bulkhead.enter(heavy, this::gone) : bulkhead.tryEnter(heavy)) {
            pass = asked;
            return true;
        }
        method.breaker().ended(asked, Outcome.UNUSED);
        return false;
    }

    /** Whether its handler has gone out of service: the table has changed. */
    boolean gone() {
        return method != null && method.service().gate().closed();
    }

    /** Whether the call was to be expected to compute for long. */
    boolean heavy() {
        return heavy;
    }

    static boolean overrun(List<HandlerService> services) {
        for (HandlerService service : services) {
            if (service.scope().isolation().isSuspended()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Enters all or none, once {@link #admitted}.
     *
     * @return false if one of them has just gone out of service: the table has changed
     */
    boolean enter() {
        if (enterHandler() && enterAll(guards, gates)) {
            return true;
        }
        leave();
        return false;
    }

    private boolean enterHandler() {
        if (method == null) {
            return true;
        }
        Gate found = method.service().gate();
        if (!found.enter()) {
            return false;
        }
        gate = found;
        return true;
    }

    /** Enters services one after the other; those entered are in the list, whatever happens. */
    static boolean enterAll(List<HandlerService> services, List<Gate> entered) {
        for (HandlerService service : services) {
            Gate gate = service.gate();
            if (!gate.enter()) {
                return false;
            }
            entered.add(gate);
        }
        return true;
    }

    EventMethod method() {
        return method;
    }

    List<HandlerService> guards() {
        return guards;
    }

    List<HandlerService> observers() {
        return observers;
    }

    /** Those with streams that look on at the event. */
    List<HandlerService> taps() {
        return taps;
    }

    /** The handler is about to be called. */
    void called() {
        outcome = Outcome.GOOD;
    }

    /** The handler failed, unless it was not called at all. */
    void failed() {
        if (outcome == Outcome.GOOD) {
            outcome = Outcome.FAILED;
        }
    }

    void leave() {
        if (pass != Pass.REFUSED) {
            Isolation isolation = method.service().scope().isolation();
            isolation.bulkhead().leave(heavy);
            isolation.pace().handled();
            if (outcome == Outcome.FAILED) {
                method.broke();
            }
            if (pass == Pass.PROBE || outcome == Outcome.FAILED) {
                method.breaker().ended(pass, outcome);
            }
        }
        if (gate != null) {
            gate.leave();
        }
        for (Gate entered : gates) {
            entered.leave();
        }
    }
}
