package io.fastsocket.transport.engineio;

import java.util.Set;

/**
 * What Engine.IO can be told. Immutable; a connection keeps the one it was opened with.
 *
 * @param path where it answers; begins and ends with a slash
 * @param pingInterval milliseconds between heartbeats
 * @param pingTimeout milliseconds the client has to answer one
 * @param maxPayload bytes a message, or the body of a polling request, may have
 * @param bodyBudget bytes that bodies of polling requests may have while they come in, together
 * @param upgradeTimeout milliseconds a client has to finish an upgrade
 * @param outboundLimit bytes that may wait for a client that reads slowly
 * @param allowedOrigins origins admitted beside those of the server's own host, in lower case
 */
public record EngineSettings(
        String path,
        int pingInterval,
        int pingTimeout,
        int maxPayload,
        int bodyBudget,
        int upgradeTimeout,
        int outboundLimit,
        Set<String> allowedOrigins) {

    /** How often deadlines are looked at: fine enough that none is late by much. */
    long scanPeriod() {
        return Math.clamp(Math.min(pingInterval, pingTimeout) / 10, 10, 1000);
    }
}
