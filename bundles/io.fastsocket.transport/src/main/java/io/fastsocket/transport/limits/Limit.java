package io.fastsocket.transport.limits;

/** What clients may not exceed, by the setting that says how much it is. */
public enum Limit {
    /** Bytes of a message or polling body. */
    MAX_PAYLOAD("maxPayload"),
    /** Packets of a polling body. */
    MAX_PACKETS("maxPackets"),
    /** Binaries of a packet. */
    MAX_ATTACHMENTS("maxAttachments"),
    /** Nesting of a packet's JSON. */
    MAX_DEPTH("maxDepth"),
    /** Bytes of a request's headers, and of its first line. */
    MAX_HEADER_SIZE("maxHeaderSize"),
    /** Connections altogether. */
    MAX_CONNECTIONS("maxConnections"),
    /** Connections of one address. */
    MAX_CONNECTIONS_PER_ADDRESS("maxConnectionsPerAddress"),
    /** Namespaces of a connection. */
    MAX_NAMESPACES("maxNamespaces"),
    /** Rooms of a connection. */
    MAX_ROOMS("maxRooms"),
    /** Events of a socket in a second. */
    EVENT_RATE("eventRate"),
    /** Time for a request's head. */
    REQUEST_TIMEOUT("requestTimeout"),
    /** Time for a request's body. */
    BODY_TIMEOUT("bodyTimeout"),
    /** Time between requests. */
    IDLE_TIMEOUT("idleTimeout"),
    /** Time for the first CONNECT. */
    CONNECT_TIMEOUT("connectTimeout"),
    /** Time for an upgrade. */
    UPGRADE_TIMEOUT("upgradeTimeout"),
    /** Time for an answer to a heartbeat. */
    PING_TIMEOUT("pingTimeout"),
    /** Bytes that wait for one slow client. */
    OUTBOUND_LIMIT("outboundLimit"),
    /** Bytes that all clients have sent of what is not whole. */
    INBOUND_BUDGET("inboundBudget"),
    /** Bytes that wait for all slow clients. */
    OUTBOUND_BUDGET("outboundBudget");

    private final String key;

    Limit(String key) {
        this.key = key;
    }

    /**
     * The setting.
     *
     * @return its key
     */
    public String key() {
        return key;
    }
}
