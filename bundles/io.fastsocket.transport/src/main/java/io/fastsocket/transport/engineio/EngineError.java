package io.fastsocket.transport.engineio;

/** Why a request is refused, with the reference server's numbers and words. */
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
    UNSUPPORTED_PROTOCOL_VERSION(400, 5, "Unsupported protocol version");

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
     * @return 400 or 403
     */
    public int status() {
        return status;
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
