package io.fastsocket.api;

/** Whose events are the elements of a stream. */
public enum StreamSource {
    /** What clients send, once it is accepted. */
    RECEIVED,
    /**
     * What plugins send: the event's first argument, once for each emit, to however many clients it
     * goes. That is said of any plugin, the stream's own too, and of what other streams return.
     */
    EMITTED
}
