package io.fastsocket.registry.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All namespaces. Immutable; a change makes a new one. */
public final class RoutingTable {

    private final Map<String, NamespaceTable> namespaces;

    RoutingTable(Collection<HandlerService> live, Collection<Parked> parked) {
        Set<String> names = new TreeSet<>();
        names.add("/");
        live.stream()
                .filter(HandlerService::handlesAnything)
                .forEach(s -> names.add(s.namespace()));
        parked.stream()
                .map(Parked::service)
                .filter(HandlerService::handlesAnything)
                .forEach(s -> names.add(s.namespace()));
        namespaces = new HashMap<>();
        names.forEach(name -> namespaces.put(name, new NamespaceTable(name, live, parked)));
    }

    /**
     * A namespace.
     *
     * @param name its name
     * @return it, or null if there is none of that name
     */
    public NamespaceTable namespace(String name) {
        return namespaces.get(name);
    }

    /** Names of all namespaces. */
    public Set<String> names() {
        return namespaces.keySet();
    }
}
