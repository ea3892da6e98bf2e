package io.fastsocket.registry.routing;

import io.fastsocket.registry.binding.Target;

/**
 * Where one parameter of a handler method comes from.
 *
 * @param kind what it is
 * @param target what it is bound to, for {@link Kind#VALUE}
 * @param argument which of the client's arguments, for {@link Kind#VALUE}, {@link Kind#RAW} and
 *     {@link Kind#REST}; else -1
 */
public record Parameter(Kind kind, Target target, int argument) {

    /** What a parameter is. */
    public enum Kind {
        /** The socket. */
        SOCKET,
        /** Its handshake. */
        HANDSHAKE,
        /** The server. */
        SERVER,
        /** The event. */
        CONTEXT,
        /** The acknowledgement. */
        ACK,
        /** Why the socket ended. */
        REASON,
        /** The event's name. */
        EVENT_NAME,
        /** All arguments as an array. */
        ALL,
        /** An argument, bound. */
        VALUE,
        /** An argument, unparsed. */
        RAW,
        /** All arguments that are left, unparsed. */
        REST
    }

    static Parameter of(Kind kind) {
        return new Parameter(kind, null, -1);
    }
}
