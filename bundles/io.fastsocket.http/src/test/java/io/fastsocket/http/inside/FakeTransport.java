package io.fastsocket.http.inside;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A transport that says where it listens and has one client, in the namespace {@code /busy}. */
record FakeTransport(InetSocketAddress address, int connections) implements SocketTransport {

    /** One at port 4711, with three connections. */
    static ServiceRegistration<?> register(BundleContext context) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        return context.registerService(SocketTransport.class, new FakeTransport(address, 3), null);
    }

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public SortedSet<String> namespaces() {
        return new TreeSet<>(List.of("/busy"));
    }

    @Override
    public Collection<ClientSocket> sockets(String namespace) {
        return namespace.equals("/busy") ? List.of(new FakeClient()) : List.of();
    }

    @Override
    public Optional<ClientSocket> socket(String namespace, String id) {
        return Optional.empty();
    }

    @Override
    public void broadcast(Broadcast broadcast) {
        throw new UnsupportedOperationException("nobody is connected");
    }

    @Override
    public void closeNamespace(String namespace) {
        throw new UnsupportedOperationException("nobody is connected");
    }
}
