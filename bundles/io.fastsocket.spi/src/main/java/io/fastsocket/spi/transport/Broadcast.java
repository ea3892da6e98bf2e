package io.fastsocket.spi.transport;

import java.util.Set;

/**
 * An event for many sockets of one namespace.
 *
 * @param namespace the namespace
 * @param rooms who gets it: members of any of these; empty for the whole namespace
 * @param except who does not: members of any of these
 * @param mayDrop whether it is volatile
 * @param event the event's name as a JSON string, then its arguments
 * @param pace says who of them is sent it now; null for all
 */
public record Broadcast(
        String namespace,
        Set<String> rooms,
        Set<String> except,
        boolean mayDrop,
        Payload event,
        Pace pace) {

    /**
     * For all that rooms choose.
     *
     * @param namespace as above
     * @param rooms as above
     * @param except as above
     * @param mayDrop as above
     * @param event as above
     */
    public Broadcast(
            String namespace,
            Set<String> rooms,
            Set<String> except,
            boolean mayDrop,
            Payload event) {
        this(namespace, rooms, except, mayDrop, event, null);
    }

    /**
     * At another pace.
     *
     * @param other as above
     * @return the same otherwise
     */
    public Broadcast at(Pace other) {
        return new Broadcast(namespace, rooms, except, mayDrop, event, other);
    }
}
