package io.fastsocket.registry.sockets;

import io.fastsocket.registry.demand.Demands;
import io.fastsocket.registry.demand.EventDemand;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

/** The way of what plugins send: to clients, and to whoever looks on. */
public final class Outgoing {

    private final Transports transports;
    private final Demands demands;
    private volatile Listener listener = (namespace, event, payload) -> {};

    /**
     * Begins with nobody who looks on.
     *
     * @param transports the way to the engine
     * @param demands what clients have asked for
     */
    public Outgoing(Transports transports, Demands demands) {
        this.transports = transports;
        this.demands = demands;
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
        EventDemand demand = demands.of(broadcast.namespace(), event);
        transports.broadcast(
                demand == null ? broadcast : broadcast.at(demand.pace(broadcast.event())));
        listener.sent(broadcast.namespace(), event, broadcast.event());
    }

    void send(String event, ClientSocket client, Payload payload, boolean mayDrop) {
        EventDemand demand = demands.of(client.namespace(), event);
        if (demand == null || !demand.concerns(client)) {
            client.emit(payload, mayDrop);
        } else if (demand.pace(payload).sendsTo(client)) {
            // It has asked for so many, and does not get fewer because it is not ready for one.
            client.emit(payload, false);
        }
        listener.sent(client.namespace(), event, payload);
    }
}
