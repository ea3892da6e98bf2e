package io.fastsocket.operator.inside;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An engine that remembers what it was to send. */
final class FakeTransport implements SocketTransport {

    final Queue<FakeClient> clients = new ConcurrentLinkedQueue<>();
    final Queue<Broadcast> broadcasts = new ConcurrentLinkedQueue<>();
    final Queue<String> closed = new ConcurrentLinkedQueue<>();

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
        return clients.size();
    }

    @Override
    public SortedSet<String> namespaces() {
        return new TreeSet<>(List.of("/operator"));
    }

    @Override
    public Collection<ClientSocket> sockets(String namespace) {
        return List.copyOf(clients);
    }

    @Override
    public Optional<ClientSocket> socket(String namespace, String id) {
        return Optional.empty();
    }

    @Override
    public void broadcast(Broadcast broadcast) {
        broadcasts.add(broadcast);
    }

    @Override
    public void closeNamespace(String namespace) {
        closed.add(namespace);
    }
}
