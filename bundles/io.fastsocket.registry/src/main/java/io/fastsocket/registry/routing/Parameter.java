package io.fastsocket.registry.routing;

import io.fastsocket.registry.binding.Target;

import java.util.List;

/**
 * Where one parameter of a handler method comes from.
 *
 * @param kind what it is
 * @param target what it is bound to, for {@link Kind#VALUE}
 * @param argument which of the client's arguments, for {@link Kind#VALUE}, {@link Kind#RAW} and
 *     {@link Kind#REST}; else -1
 * @param namespaceValue for {@link Kind#NAMESPACE_VALUE}; else null
 */
public record Parameter(Kind kind, Target target, int argument, NamespaceValueOf namespaceValue) {

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
        /** What stands in the namespace's name. */
        NAMESPACE_VALUE,
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

    /** One value of a dynamic namespace's name. */
    record NamespaceValueOf(NamespacePattern pattern, int index) {}

    static Parameter of(Kind kind) {
        return new Parameter(kind, null, -1, null);
    }

    static Parameter of(Kind kind, Target target, int argument) {
        return new Parameter(kind, target, argument, null);
    }

    static Parameter of(NamespacePattern pattern, int index) {
        return new Parameter(Kind.NAMESPACE_VALUE, null, -1, new NamespaceValueOf(pattern, index));
    }

    /**
     * The value, for {@link Kind#NAMESPACE_VALUE}.
     *
     * @param namespace the socket's
     * @return null if a fixed namespace of that name has come since the socket joined
     */
    public String namespaceValue(String namespace) {
        List<String> values = namespaceValue.pattern().values(namespace);
        return values == null ? null : values.get(namespaceValue.index());
    }
}
