package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.sockets.SocketCount;
import io.fastsocket.registry.sockets.Transports;
import io.fastsocket.spi.contract.Change;

import java.util.List;

/** Counts the sockets that have lately used what changes of a contract are about. */
final class RecentUsers {

    private final SocketCount count;
    private final List<HandlerService> services;
    private final Transports transports;

    private RecentUsers(List<HandlerService> services, Transports transports, SocketCount count) {
        this.services = services;
        this.transports = transports;
        this.count = count;
    }

    /**
     * Counts.
     *
     * @param services of the revision whose contract changes
     * @param transports knows who is in a namespace
     * @param changes of the contract
     */
    static int count(List<HandlerService> services, Transports transports, List<Change> changes) {
        if (services.isEmpty()) {
            return 0;
        }
        Scope scope = services.getFirst().scope();
        long now = System.nanoTime();
        RecentUsers users = new RecentUsers(services, transports, new SocketCount(now));
        for (Change change : changes) {
            users.received(change);
            // An acknowledgement goes the other way than its event: names alone count.
            if (change.event() == null || scope.sent().lately(change.event(), now)) {
                users.present(change.namespace());
            }
        }
        return users.count.sum();
    }

    private void received(Change change) {
        String namespace = plain(change.namespace());
        for (HandlerService service : services) {
            if (plain(service.namespace()).equals(namespace)) {
                service.events().stream()
                        .filter(m -> change.event() == null || m.event().equals(change.event()))
                        .forEach(method -> count.add(method.recent()));
            }
        }
    }

    /** Adds those that are in a namespace now. */
    private void present(String address) {
        NamespacePattern pattern = NamespacePattern.of(slashed(address));
        for (String namespace : transports.namespaces()) {
            if (pattern.matches(namespace)) {
                transports.sockets(namespace).forEach(socket -> count.add(socket.id()));
            }
        }
    }

    /** The same for addresses that mean the same namespaces, whatever they call their values. */
    private static String plain(String address) {
        return slashed(address).replaceAll("\\{[^{}]*}", "{}");
    }

    private static String slashed(String address) {
        return address.startsWith("/") ? address : "/" + address;
    }
}
