package io.fastsocket.telemetry.inside;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A transport with that many sockets in each namespace, of whom nothing may be asked. */
record FakeTransport(Map<String, Integer> sockets) implements SocketTransport {

    FakeTransport {
        sockets = new TreeMap<>(sockets);
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
        return 3;
    }

    @Override
    public SortedSet<String> namespaces() {
        return new TreeSet<>(sockets.keySet());
    }

    @Override
    public Collection<ClientSocket> sockets(String namespace) {
        return Collections.nCopies(sockets.get(namespace), null);
    }

    @Override
    public Optional<ClientSocket> socket(String namespace, String id) {
        return Optional.empty();
    }

    @Override
    public void broadcast(Broadcast broadcast) {
        throw new UnsupportedOperationException("metrics only look");
    }

    @Override
    public void closeNamespace(String namespace) {
        throw new UnsupportedOperationException("metrics only look");
    }
}
