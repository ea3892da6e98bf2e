package io.fastsocket.http;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many are in a namespace.
 *
 * @param name its name
 * @param sockets how many
 * @param newest whose connection is the youngest; empty if nobody is in it any more
 */
record NamespaceCount(String name, int sockets, Optional<Newest> newest) {

    /**
     * One socket, without anything that tells who it is.
     *
     * @param transport {@code websocket} or {@code polling}
     * @param since when its connection was opened
     */
    record Newest(String transport, Instant since) {}

    static List<NamespaceCount> of(SocketTransport transport) {
        return transport.namespaces().stream()
                .map(name -> of(name, transport.sockets(name)))
                .toList();
    }

    private static NamespaceCount of(String name, Collection<ClientSocket> sockets) {
        Optional<Newest> newest =
                sockets.stream()
                        .max(Comparator.comparing(socket -> socket.handshake().time()))
                        .map(s -> new Newest(s.transport(), s.handshake().time()));
        return new NamespaceCount(name, sockets.size(), newest);
    }
}
