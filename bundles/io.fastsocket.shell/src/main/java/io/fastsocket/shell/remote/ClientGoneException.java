package io.fastsocket.shell.remote;

/**
 * Nobody reads what a command prints any more. No {@code IOException}, which print streams swallow:
 * a command that prints without end is to end.
 */
public final class ClientGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientGoneException(Throwable cause) {
        super("the client is gone", cause);
    }
}
