package io.fastsocket.launcher;

/**
 * Ends the program with a message for the person who typed the command: what is wrong, where, and
 * what to do. Never shown with a stack trace.
 */
final class LaunchException extends RuntimeException {

    private final int exitCode;

    private LaunchException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A mistake in what was asked for: exit code 2. */
    static LaunchException usage(String message) {
        return new LaunchException(ExitCode.USAGE, message, null);
    }

    /** Asked for rightly, but it failed: exit code 1. */
    static LaunchException failed(String message) {
        return new LaunchException(ExitCode.FAILED, message, null);
    }

    /** As {@link #failed(String)}, with what caused it. */
    static LaunchException failed(String message, Throwable cause) {
        return new LaunchException(ExitCode.FAILED, message + ": " + reason(cause), cause);
    }

    /** One line that says what an exception means, even if it has no message. */
    static String reason(Throwable cause) {
        String message = cause.getMessage();
        String type = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : message + " (" + type + ")";
    }

    int exitCode() {
        return exitCode;
    }
}
