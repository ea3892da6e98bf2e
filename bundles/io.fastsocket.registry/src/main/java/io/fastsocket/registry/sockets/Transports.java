package io.fastsocket.registry.sockets;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The engine, as far as there is one: without it there are no sockets, and emits reach nobody. */
public final class Transports {

    private final AtomicReference<SocketTransport> transport = new AtomicReference<>();

    /** Starts without an engine. */
    public Transports() {}

    /**
     * Sets the engine.
     *
     * @param now the engine, or null if there is none
     */
    public void set(SocketTransport now) {
        transport.set(now);
    }

    /**
     * Forgets an engine, unless another is in place already.
     *
     * @param gone the engine
     */
    public void unset(SocketTransport gone) {
        transport.compareAndSet(gone, null);
    }

    /**
     * The namespaces that anybody is in.
     *
     * @return a snapshot
     */
    public Collection<String> namespaces() {
        SocketTransport now = transport.get();
        return now == null ? List.of() : now.namespaces();
    }

    /**
     * The sockets of a namespace.
     *
     * @param namespace its name
     * @return a snapshot
     */
    public Collection<ClientSocket> sockets(String namespace) {
        SocketTransport now = transport.get();
        return now == null ? List.of() : now.sockets(namespace);
    }

    Optional<ClientSocket> socket(String namespace, String id) {
        SocketTransport now = transport.get();
        return now == null ? Optional.empty() : now.socket(namespace, id);
    }

    void broadcast(Broadcast broadcast) {
        SocketTransport now = transport.get();
        if (now != null) {
            now.broadcast(broadcast);
        }
    }

    /**
     * Ends a namespace.
     *
     * @param namespace its name
     */
    public void closeNamespace(String namespace) {
        SocketTransport now = transport.get();
        if (now != null) {
            now.closeNamespace(namespace);
        }
    }
}
