package io.fastsocket.transport.service;

import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;
import io.fastsocket.transport.socketio.SocketIoServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** An engine with its port open. */
public interface OpenEngine extends SocketTransport, LimitCatalog {

    /** Opens engines. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens one.
         *
         * @param address where; port 0 for any free one
         * @param values the configuration
         * @return with its port open
         * @throws IOException if the port cannot be opened; nothing is left behind
         * @throws IllegalArgumentException if the configuration is wrong, with all a user needs
         */
        OpenEngine open(InetSocketAddress address, Map<String, Object> values) throws IOException;
    }

    /**
     * Puts another configuration in force.
     *
     * @param values all of it
     * @throws IllegalArgumentException if it is wrong; then nothing changes
     */
    void configure(Map<String, Object> values);

    /**
     * Lets nothing new begin, and waits, within a limit, until the events in flight have been
     * answered.
     */
    void settle();

    /**
     * Whether clients are told not to come back when the server stops.
     *
     * @return as configured
     */
    boolean disconnectOnStop();

    /**
     * Ends the connections, once all that waits for them is sent, and waits until all threads have
     * ended.
     *
     * @param forGood whether clients are told not to come back by themselves
     */
    void close(boolean forGood);

    /**
     * Socket.IO behind the port, which knows the sockets.
     *
     * @return always the same
     */
    SocketIoServer socketIo();

    @Override
    default SortedSet<String> namespaces() {
        return socketIo().namespaces();
    }

    @Override
    default Collection<ClientSocket> sockets(String namespace) {
        return socketIo().sockets(namespace);
    }

    @Override
    default Optional<ClientSocket> socket(String namespace, String id) {
        return socketIo().socket(namespace, id);
    }

    @Override
    default void broadcast(Broadcast broadcast) {
        socketIo().broadcast(broadcast);
    }

    @Override
    default void closeNamespace(String namespace) {
        socketIo().closeNamespace(namespace);
    }
}
