package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.sockets.Gate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one call is counted in while it is in flight: the handler it goes to and the interceptors
 * before it.
 */
final class Entry {

    private final EventMethod method;
    private final List<HandlerService> guards;
    private final List<HandlerService> observers;
    private final List<Gate> gates;
    private Gate gate;

    private Entry(EventMethod method, NamespaceTable namespace) {
        this.method = method;
        this.guards = namespace == null ? List.of() : namespace.interceptors();
        this.observers = namespace == null ? List.of() : namespace.observers();
        this.gates = guards.isEmpty() ? List.of() : new ArrayList<>(guards.size());
    }

    /**
     * Enters all or none.
     *
     * @param method what handles the event, or null
     * @param namespace says who stands before it and who looks on; null for nobody
     * @return null if one of them has just gone out of service: the table has changed
     */
    static Entry enter(EventMethod method, NamespaceTable namespace) {
        Entry entry = new Entry(method, namespace);
        if (entry.enter()) {
            return entry;
        }
        entry.leave();
        return null;
    }

    /** Whether one of the plugins has too many calls past their time limit. */
    static boolean overrun(EventMethod method, NamespaceTable namespace) {
        return (method != null && method.service().scope().overruns().tooMany())
                || (namespace != null && overrun(namespace.interceptors()));
    }

    static boolean overrun(List<HandlerService> services) {
        for (HandlerService service : services) {
            if (service.scope().overruns().tooMany()) {
                return true;
            }
        }
        return false;
    }

    private boolean enter() {
        if (method != null) {
            Gate found = method.service().gate();
            if (!found.enter()) {
                return false;
            }
            gate = found;
        }
        return enterAll(guards, gates);
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

    void leave() {
        if (gate != null) {
            gate.leave();
        }
        for (Gate entered : gates) {
            entered.leave();
        }
    }
}
