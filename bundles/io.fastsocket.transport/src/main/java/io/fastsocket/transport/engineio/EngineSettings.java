package io.fastsocket.transport.engineio;

import java.util.Set;

/**
 * What Engine.IO can be told. Immutable; a connection keeps the one it was opened with.
 *
 * @param path where it answers; begins and ends with a slash
 * @param pingInterval milliseconds between heartbeats
 * @param pingTimeout milliseconds the client has to answer one
 * @param maxPayload bytes a message, or the body of a polling request, may have
 * @param maxPackets packets the body of a polling request may have
 * @param inboundBudget bytes of messages and bodies that are not whole yet, of all clients together
 * @param outboundBudget bytes that may wait for all slow clients together
 * @param upgradeTimeout milliseconds a client has to finish an upgrade
 * @param outboundLimit bytes that may wait for a client that reads slowly
 * @param allowedOrigins origins admitted beside those of the server's own host, in lower case;
 *     {@code *} for any
 * @param allowedHosts names a server on a loopback address is called by beside its own, in lower
 *     case
 */
public record EngineSettings(
        String path,
        int pingInterval,
        int pingTimeout,
        int maxPayload,
        int maxPackets,
        long inboundBudget,
        long outboundBudget,
        int upgradeTimeout,
        int outboundLimit,
        Set<String> allowedOrigins,
        Set<String> allowedHosts) {

    /**
     * How often deadlines are looked at: fine enough that none is late by much.
     *
     * @return milliseconds
     */
    public long scanPeriod() {
        return Math.clamp(Math.min(pingInterval, pingTimeout) / 10, 10, 1000);
    }

    /**
     * Engine.IO's first packet, which tells the client its session.
     *
     * @param sid the session id
     * @param upgradable whether it may go on to a WebSocket
     * @return the packet
     */
    public String opening(String sid, boolean upgradable) {
        return "0{\"sid\":\""
                + sid
                + "\",\"upgrades\":["
                + (upgradable ? "\"websocket\"" : "")
                + "],\"pingInterval\":"
                + pingInterval
                + ",\"pingTimeout\":"
                + pingTimeout
                + ",\"maxPayload\":"
                + maxPayload
                + "}";
    }
}
