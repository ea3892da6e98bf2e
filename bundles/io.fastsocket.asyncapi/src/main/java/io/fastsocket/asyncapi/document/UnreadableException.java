package io.fastsocket.asyncapi.document;

/** A file cannot be read as a document. The message says what is wrong there. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    UnreadableException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }

    /** Where in the line, from 1. */
    public int column() {
        return column;
    }
}
