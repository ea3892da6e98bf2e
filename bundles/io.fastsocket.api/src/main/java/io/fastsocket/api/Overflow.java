package io.fastsocket.api;

/** What happens to the elements of a stream that come faster than it takes them. */
public enum Overflow {
    /**
     * They wait; when the buffer is full, those who send more wait with them, until the connection
     * is not read any further. Nothing is lost, unless a client waits for longer than the server's
     * time limit for handlers: it gets {@link ErrorCode#HANDLER_TIMEOUT}.
     */
    BUFFER,
    /** The element that has waited for longest makes room. */
    DROP_OLDEST,
    /** The stream gets the newest alone. */
    LATEST,
    /** The client is answered with {@link ErrorCode#OVERLOADED}. */
    ERROR
}
