package io.fastsocket.api;

/**
 * The errors that the runtime itself answers with. An error reaches a client as {@code {"error":
 * {"code": 4001, "reason": "validation", …}}}.
 *
 * <p>Ranges: 4000–4999 are the client's, and the same event will fail again; 5000–5999 are the
 * server's; from {@value #FIRST_OF_PLUGINS} on they are the plugins' own. Numbers are never used
 * again for something else.
 */
public enum ErrorCode {
    /** The arguments do not fit what the handler takes. Details name each violation. */
    VALIDATION(4001, "validation", false),
    /** The token is missing or wrong. */
    WRONG_TOKEN(4003, "wrong token", false),
    /** Nothing handles this event in this namespace. */
    NO_HANDLER(4004, "no handler", false),
    /** No plugin says that it emits this event in this namespace. */
    NO_STREAM(4005, "no stream", false),
    /** The socket has not subscribed to this event, or does so no longer. */
    NOT_SUBSCRIBED(4006, "not subscribed", false),
    /** A client did not answer an event in time. Seen by plugins only. */
    ACK_TIMEOUT(4008, "no answer in time", true),
    /** A client left before it answered. Seen by plugins only. */
    DISCONNECTED(4010, "disconnected", false),
    /** The socket sends more events than it may. */
    TOO_MANY_EVENTS(4029, "too many events", true),
    /** The client is in as many rooms as it may be. */
    TOO_MANY_ROOMS(4030, "too many rooms", false),
    /** The socket has subscribed to as many events as it may. */
    TOO_MANY_SUBSCRIPTIONS(4031, "too many subscriptions", false),
    /**
     * From this address has come a wrong token too often; nobody is let in from there for a while.
     */
    TOO_MANY_ATTEMPTS(4032, "too many attempts, retry later", true),
    /** The handler failed. The error's {@code reference} stands in the log too. */
    INTERNAL(5000, "internal", false),
    /** The handler is being replaced and was not back in time. */
    UNAVAILABLE(5003, "unavailable, retry", true),
    /** The handler took longer than it may. */
    HANDLER_TIMEOUT(5004, "handler timeout", false),
    /** More waits for slow clients, or for a stream, than there is room for. */
    OVERLOADED(5006, "overloaded, retry", true);

    /** The first number that plugins may use. */
    public static final int FIRST_OF_PLUGINS = 10_000;

    private final int code;
    private final String reason;
    private final boolean retryable;

    ErrorCode(int code, String reason, boolean retryable) {
        this.code = code;
        this.reason = reason;
        this.retryable = retryable;
    }

    /**
     * The number.
     *
     * @return from 4000 to 5999
     */
    public int code() {
        return code;
    }

    /**
     * The reason in a few words, the same each time.
     *
     * @return English, for programs as well
     */
    public String reason() {
        return reason;
    }

    /**
     * Whether the same event may succeed later.
     *
     * @return true if it is worth retrying
     */
    public boolean retryable() {
        return retryable;
    }
}
