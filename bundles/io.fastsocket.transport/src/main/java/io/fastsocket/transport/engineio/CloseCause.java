package io.fastsocket.transport.engineio;

import io.fastsocket.api.DisconnectReason;

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
    /** A packet that does not fit the state, or no namespace joined in time. */
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

    /** Whether it does not read, so that no more can be told to it. */
    boolean unread() {
        return this == TOO_SLOW || this == OUTBOUND_FULL;
    }

    /** Whether a client that is not asking just now is told when it asks. */
    boolean orderly() {
        return this == SERVER;
    }
}
