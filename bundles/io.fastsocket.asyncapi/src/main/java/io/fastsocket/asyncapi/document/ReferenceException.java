package io.fastsocket.asyncapi.document;

/**
 * A reference leads nowhere. The message goes on from the reference: "… leads to a file that is not
 * there".
 */
final class ReferenceException extends Exception {

    private static final long serialVersionUID = 1L;

    ReferenceException(String message) {
        super(message);
    }
}
