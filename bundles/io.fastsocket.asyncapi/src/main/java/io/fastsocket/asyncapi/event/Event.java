package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.spi.contract.Direction;

import java.util.List;

/**
 * Something that is said under one name, in one namespace, in one direction. An operation that has
 * several messages is several events; several operations may make one event.
 *
 * @param namespace its channel's address, as it is written
 * @param name the message's name; its key if it has none
 * @param messages what may be said: one of them
 * @param replies what may be acknowledged: one of them
 * @param acknowledged whether there is an acknowledgement; it may have nothing in it
 * @param operation one that it belongs to, as it stands in the document
 */
public record Event(
        String namespace,
        String name,
        Direction direction,
        List<Message> messages,
        List<Message> replies,
        boolean acknowledged,
        JsonNode operation) {

    /** What makes two events the same: parameters in addresses may have other names. */
    public record Key(String namespace, String name, Direction direction) {}

    /** What it is known by. */
    public Key key() {
        return new Key(Namespace.key(namespace), name, direction);
    }
}
