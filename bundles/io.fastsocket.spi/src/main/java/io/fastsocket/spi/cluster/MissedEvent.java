package io.fastsocket.spi.cluster;

import io.fastsocket.spi.transport.Payload;

/**
 * An event that a client was to get and may not have got.
 *
 * @param offset its offset
 * @param event its name as a JSON string, then its arguments, without the offset
 */
public record MissedEvent(String offset, Payload event) {}
