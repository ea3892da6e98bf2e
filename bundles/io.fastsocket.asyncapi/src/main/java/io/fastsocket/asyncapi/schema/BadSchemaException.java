package io.fastsocket.asyncapi.schema;

/** A schema in a document cannot be used: it is not valid itself, or refers to something. */
public final class BadSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    BadSchemaException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
