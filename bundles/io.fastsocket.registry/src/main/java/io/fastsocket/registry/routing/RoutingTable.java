package io.fastsocket.registry.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All namespaces. Immutable; a change makes a new one. */
public final class RoutingTable {

    private static final int[] NO_LIMITS = {};

    private final long number;
    private final Map<String, NamespaceTable> namespaces;

    /** Those whose names have values in them, the most exact first. */
    private final List<NamespacePattern> dynamic;

    /** The points up to which other tables are in force, ascending; empty but for trials. */
    private final int[] limits;

    private final List<RoutingTable> shares;

    private final FedStreams fed;

    RoutingTable(long number, Collection<HandlerService> live, Collection<Parked> parked) {
        this(number, live, parked, live, NO_LIMITS, List.of());
    }

    /** For a share of the connections; streams are those of the rest. */
    RoutingTable(
            long number,
            Collection<HandlerService> live,
            Collection<Parked> parked,
            Collection<HandlerService> streaming) {
        this(number, live, parked, streaming, NO_LIMITS, List.of());
    }

    /** With a table for connections below each limit. */
    RoutingTable(
            long number,
            Collection<HandlerService> live,
            Collection<Parked> parked,
            int[] limits,
            List<RoutingTable> shares) {
        this(number, live, parked, live, limits, shares);
    }

    private RoutingTable(
            long number,
            Collection<HandlerService> live,
            Collection<Parked> parked,
            Collection<HandlerService> streaming,
            int[] limits,
            List<RoutingTable> shares) {
        this.number = number;
        this.fed = new FedStreams(streaming);
        this.limits = limits;
        this.shares = shares;
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
        for (String name : names) {
            namespaces.put(name, new NamespaceTable(name, live, parked, streaming));
        }
        dynamic =
                names.stream()
                        .map(NamespacePattern::of)
                        .filter(NamespacePattern::dynamic)
                        .sorted(Comparator.comparingInt(NamespacePattern::fixed).reversed())
                        .toList();
    }

    /** Later tables have higher numbers; from 0. */
    public long number() {
        return number;
    }

    /**
     * The table for a connection: this, unless something is tried out on some of them.
     *
     * @param point where it stands among all
     */
    public RoutingTable of(int point) {
        for (int i = 0; i < limits.length; i++) {
            if (point < limits[i]) {
                return shares.get(i);
            }
        }
        return this;
    }

    /**
     * The tables for connections that {@link #of} tells apart; none unless something is tried out.
     */
    public List<RoutingTable> shares() {
        return shares;
    }

    /**
     * The streams that take an event which a plugin sends.
     *
     * @param namespace where it is sent
     * @param event its name
     * @return most often none
     */
    public List<Fed> fed(String namespace, String event) {
        return fed.of(namespace, event);
    }

    /** Whether there is a namespace for any connection. */
    boolean hasSomewhere(String name) {
        return namespace(name) != null
                || shares.stream().anyMatch(table -> table.namespace(name) != null);
    }

    /** Names of the namespaces that there are for any connection. */
    Set<String> namesAnywhere() {
        Set<String> all = new TreeSet<>(names());
        shares.forEach(table -> all.addAll(table.names()));
        return all;
    }

    /**
     * A namespace.
     *
     * @param name its name, as a client gives it
     * @return it, or the dynamic one that the name fits, or null if there is none
     */
    public NamespaceTable namespace(String name) {
        NamespaceTable exact = namespaces.get(name);
        return exact != null || dynamic.isEmpty() || Reserved.is(name) ? exact : fitting(name);
    }

    /**
     * How handlers declare a namespace that there is for any connection.
     *
     * @param name as a client gives it
     * @return it, or the dynamic one that the name fits, or null if there is none
     */
    public String declared(String name) {
        return Stream.concat(Stream.of(this), shares.stream())
                .map(table -> table.ownDeclared(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String ownDeclared(String name) {
        if (namespaces.containsKey(name)) {
            return name;
        }
        return dynamic.stream()
                .filter(pattern -> pattern.matches(name))
                .map(NamespacePattern::text)
                .findFirst()
                .orElse(null);
    }

    private NamespaceTable fitting(String name) {
        for (NamespacePattern pattern : dynamic) {
            if (pattern.matches(name)) {
                return namespaces.get(pattern.text());
            }
        }
        return null;
    }

    /** Names of all namespaces, with the values of dynamic ones in braces. */
    public Set<String> names() {
        return namespaces.keySet();
    }
}
