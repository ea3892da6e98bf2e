package io.fastsocket.registry.routing;

/** A method that cannot be bound; the message is the reason, and the cure where there is one. */
final class UnboundException extends Exception {

    private static final long serialVersionUID = 1L;

    UnboundException(String reason) {
        super(reason);
    }
}
