package io.fastsocket.transport.engineio;

/** Why a request is refused, with the reference server's numbers and words where it has them. */
public enum EngineError {
    /** The {@code transport} parameter names none. */
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    /** No session of that {@code sid}. */
    UNKNOWN_SID(400, 1, "Session ID unknown"),
    /** A session is opened by GET. */
    BAD_HANDSHAKE_METHOD(400, 2, "Bad handshake method"),
    /** Anything else that does not fit. */
    BAD_REQUEST(400, 3, "Bad request"),
    /** The origin may not. */
    FORBIDDEN(403, 4, "Forbidden"),
    /** The {@code EIO} parameter is not 4. */
    UNSUPPORTED_PROTOCOL_VERSION(400, 5, "Unsupported protocol version"),

    // From here on the reference server has none.

    /** A body with more packets than it may hold. */
    TOO_MANY_PACKETS(413, 20, "Too many packets in one body"),
    /** All the connections there may be are open. */
    TOO_MANY_CONNECTIONS(503, 21, "Too many connections"),
    /** The same for those of one address. */
    TOO_MANY_OF_ADDRESS(429, 22, "Too many connections from this address"),
    /** The server is about to end. */
    STOPPING(503, 23, "Server shutting down");

    private final int status;
    private final int code;
    private final String message;

    EngineError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /**
     * The HTTP status.
     *
     * @return such as 400
     */
    public int status() {
        return status;
    }

    /**
     * For people.
     *
     * @return a few words
     */
    public String text() {
        return message;
    }

    /**
     * The body of the answer.
     *
     * @return a JSON object
     */
    public String json() {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
