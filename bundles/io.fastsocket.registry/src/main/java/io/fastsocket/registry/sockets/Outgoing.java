package io.fastsocket.registry.sockets;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

/** The way of what plugins send: to clients, and to whoever looks on. */
public final class Outgoing {

    private final Transports transports;
    private volatile Listener listener = (namespace, event, payload) -> {};

    /**
     * Begins with nobody who looks on.
     *
     * @param transports the way to the engine
     */
    public Outgoing(Transports transports) {
        this.transports = transports;
    }

    /** Looks on at what plugins send. */
    public interface Listener {

        /**
         * An event has been sent, to however many clients.
         *
         * @param namespace where
         * @param event its name
         * @param payload its name and its arguments
         */
        void sent(String namespace, String event, Payload payload);
    }

    /**
     * Sets who looks on.
     *
     * @param who called by those who send, so it does not wait
     */
    public void listener(Listener who) {
        listener = who;
    }

    Transports transports() {
        return transports;
    }

    void broadcast(String event, Broadcast broadcast) {
        transports.broadcast(broadcast);
        listener.sent(broadcast.namespace(), event, broadcast.event());
    }

    void send(String event, ClientSocket client, Payload payload, boolean mayDrop) {
        client.emit(payload, mayDrop);
        listener.sent(client.namespace(), event, payload);
    }
}
