package io.fastsocket.registry.inside.fakes;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A transport that remembers what it is told. */
public final class FakeTransport implements SocketTransport {

    public final Queue<Broadcast> broadcasts = new ConcurrentLinkedQueue<>();
    public final Queue<String> closed = new ConcurrentLinkedQueue<>();
    private final List<ClientSocket> sockets;

    /** A transport with these clients. */
    public FakeTransport(ClientSocket... sockets) {
        this.sockets = List.of(sockets);
    }

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
    }

    @Override
    public int connections() {
        return sockets.size();
    }

    @Override
    public SortedSet<String> namespaces() {
        return sockets.stream()
                .map(ClientSocket::namespace)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Collection<ClientSocket> sockets(String namespace) {
        return sockets.stream().filter(s -> s.namespace().equals(namespace)).toList();
    }

    @Override
    public Optional<ClientSocket> socket(String namespace, String id) {
        return sockets(namespace).stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public void broadcast(Broadcast broadcast) {
        broadcasts.add(broadcast);
        Set<String> rooms = broadcast.rooms();
        for (ClientSocket socket : sockets(broadcast.namespace())) {
            boolean chosen = rooms.isEmpty() || !Collections.disjoint(rooms, socket.rooms());
            if (chosen && (broadcast.pace() == null || broadcast.pace().sendsTo(socket))) {
                ((FakeClient) socket).broadcasts.add(broadcast.event());
            }
        }
    }

    @Override
    public void closeNamespace(String namespace) {
        closed.add(namespace);
    }
}
