package io.fastsocket.registry.streams;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Emission;
import io.fastsocket.api.SocketServer;

/** Sends an element as an event. */
interface StreamSender {

    /**
     * Sends.
     *
     * @param element what a stream returned
     * @throws RuntimeException if it cannot be encoded, or the contract does not allow it
     */
    void send(Object element);

    /** Each as the same event to the same room; an empty one is everybody. */
    static StreamSender of(SocketServer server, String namespace, String event, String room) {
        BroadcastOperator everybody = server.of(namespace);
        BroadcastOperator target = room.isEmpty() ? everybody : everybody.to(room);
        return element -> target.emit(event, element);
    }

    /** Each as it says itself. */
    static StreamSender emissions(SocketServer server, String namespace) {
        return element -> {
            Emission emission = (Emission) element;
            String name = emission.namespace() == null ? namespace : emission.namespace();
            BroadcastOperator target = server.of(name);
            if (!emission.rooms().isEmpty()) {
                target = target.to(emission.rooms().toArray(String[]::new));
            }
            if (!emission.except().isEmpty()) {
                target = target.except(emission.except().toArray(String[]::new));
            }
            if (emission.mayDrop()) {
                target = target.asVolatile();
            }
            target.emit(emission.event(), emission.arguments().toArray());
        };
    }
}
