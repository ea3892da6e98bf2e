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
 */
public record Broadcast(
        String namespace, Set<String> rooms, Set<String> except, boolean mayDrop, Payload event) {}
