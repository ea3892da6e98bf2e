package io.fastsocket.transport.engineio;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.transport.limits.Limit;

/** Why a connection ends: for the client a WebSocket close code, for the sockets on it a reason. */
public enum CloseCause {
    /** The client or the network closed it. */
    CLIENT(1000, "", DisconnectReason.TRANSPORT_CLOSE),
    /** The client used the transport against its rules. */
    TRANSPORT_ERROR(1002, "transport error", DisconnectReason.TRANSPORT_ERROR),
    /** The network or the server failed, or a poll was given up. */
    FAILED(1011, "failed", DisconnectReason.TRANSPORT_ERROR),
    /** No answer to a heartbeat. */
    PING_TIMEOUT(1001, "ping timeout", DisconnectReason.PING_TIMEOUT),
    /** Not Engine.IO or not Socket.IO. */
    PARSE_ERROR(1008, "parse error", DisconnectReason.PARSE_ERROR),
    /** A packet whose JSON nests deeper than it may. */
    TOO_DEEP(1008, "parse error: nested too deep", DisconnectReason.PARSE_ERROR),
    /** A packet with more binaries than it may have. */
    TOO_MANY_ATTACHMENTS(1008, "parse error: too many attachments", DisconnectReason.PARSE_ERROR),
    /** A polling body with more packets than it may hold. */
    TOO_MANY_PACKETS(1009, "too many packets in a body", DisconnectReason.FORCED_CLOSE),
    /** Text that is not UTF-8. */
    BAD_UTF8(1007, "not UTF-8", DisconnectReason.PARSE_ERROR),
    /** A message over the limit. */
    TOO_BIG(1009, "message too big", DisconnectReason.FORCED_CLOSE),
    /** More bytes wait for the client than may. */
    TOO_SLOW(1008, "too slow: outbound limit reached", DisconnectReason.FORCED_CLOSE),
    /** Too much of what all clients send is not whole yet; try again later. */
    INBOUND_FULL(1013, "server busy: inbound budget used up", DisconnectReason.FORCED_CLOSE),
    /** Too much waits for slow clients, most of it for this one. */
    OUTBOUND_FULL(1013, "server busy: outbound budget used up", DisconnectReason.FORCED_CLOSE),
    /** No namespace joined in time. */
    NOT_JOINED(1008, "no namespace joined in time", DisconnectReason.FORCED_SERVER_CLOSE),
    /** A packet that does not fit the state. */
    BAD_STATE(1008, "invalid state", DisconnectReason.FORCED_SERVER_CLOSE),
    /** A handler closed it. */
    SERVER(1000, "", DisconnectReason.FORCED_SERVER_CLOSE),
    /** The server stops. */
    SHUTDOWN(1001, "server shutting down", DisconnectReason.SERVER_SHUTTING_DOWN);

    private final int code;
    private final String text;
    private final DisconnectReason reason;

    CloseCause(int code, String text, DisconnectReason reason) {
        this.code = code;
        this.text = text;
        this.reason = reason;
    }

    /**
     * For the WebSocket.
     *
     * @return a close code of RFC 6455
     */
    public int code() {
        return code;
    }

    /**
     * For the WebSocket.
     *
     * @return at most 123 characters of ASCII
     */
    public String text() {
        return text;
    }

    /**
     * For the sockets.
     *
     * @return why they end
     */
    public DisconnectReason reason() {
        return reason;
    }

    /** The limit that was exceeded, or null. */
    Limit limit() {
        return switch (this) {
            case TOO_BIG -> Limit.MAX_PAYLOAD;
            case TOO_DEEP -> Limit.MAX_DEPTH;
            case TOO_MANY_ATTACHMENTS -> Limit.MAX_ATTACHMENTS;
            case TOO_MANY_PACKETS -> Limit.MAX_PACKETS;
            case TOO_SLOW -> Limit.OUTBOUND_LIMIT;
            case INBOUND_FULL -> Limit.INBOUND_BUDGET;
            case OUTBOUND_FULL -> Limit.OUTBOUND_BUDGET;
            case NOT_JOINED -> Limit.CONNECT_TIMEOUT;
            case PING_TIMEOUT -> Limit.PING_TIMEOUT;
            default -> null;
        };
    }

    /**
     * Whether it ends because of what a packet is.
     *
     * @return true if that is no packet
     */
    public boolean malformed() {
        return this == PARSE_ERROR
                || this == BAD_UTF8
                || this == TRANSPORT_ERROR
                || this == TOO_DEEP
                || this == TOO_MANY_ATTACHMENTS;
    }

    /** Whether the client broke a rule or a limit, so that the log should tell. */
    boolean violation() {
        return switch (this) {
            case CLIENT, FAILED, PING_TIMEOUT, SERVER, SHUTDOWN -> false;
            default -> !shortage();
        };
    }

    /** Whether it is the server that is short of something. */
    boolean shortage() {
        return this == INBOUND_FULL || this == OUTBOUND_FULL;
    }

    /** Whether the end of a frame that has begun is not looked for, so that no other is found. */
    boolean framingLost() {
        return this == TRANSPORT_ERROR || this == TOO_BIG || this == INBOUND_FULL;
    }

    /**
     * Whether it does not read, so that no more can be told to it.
     *
     * @return true if it is slow
     */
    public boolean unread() {
        return this == TOO_SLOW || this == OUTBOUND_FULL;
    }

    /**
     * Whether a client that polls, and is not asking just now, is told when it asks.
     *
     * @return true if the server ends it
     */
    public boolean orderly() {
        return this == SERVER || this == SHUTDOWN;
    }
}
