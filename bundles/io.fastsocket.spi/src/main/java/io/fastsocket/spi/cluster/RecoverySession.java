package io.fastsocket.spi.cluster;

import io.fastsocket.spi.transport.Payload;

import java.util.List;
import java.util.Map;

/**
 * A socket whose client has lost its connection.
 *
 * @param namespace its namespace
 * @param pid the secret by which the client is known again
 * @param id the socket's id
 * @param since the store's position when the socket joined
 * @param stays the rooms it is in and, as far as it matters, was in; its own is not among them
 * @param data what plugins keep with it
 */
public record RecoverySession(
        String namespace,
        String pid,
        String id,
        String since,
        List<Stay> stays,
        Map<String, Payload> data) {

    /**
     * One stay in a room: it is for a socket what was sent to the room meanwhile, and nothing else.
     *
     * @param room the room
     * @param from the store's position when it was joined
     * @param to the position when it was left; null if it was not
     */
    public record Stay(String room, String from, String to) {}
}
