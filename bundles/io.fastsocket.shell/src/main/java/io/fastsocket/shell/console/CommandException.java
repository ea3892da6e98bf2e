package io.fastsocket.shell.console;

import java.util.Map;

/** A command did not work out. The message says what, where and what to do, in one line. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Map<String, ?> details;

    private CommandException(int exitCode, String message, Map<String, ?> details) {
        super(message);
        this.exitCode = exitCode;
        this.details = details;
    }

    /**
     * What was asked for could not be done.
     *
     * @param message why, and what to do
     * @return to be thrown
     */
    public static CommandException failed(String message) {
        return failed(message, Map.of());
    }

    /**
     * What was asked for could not be done.
     *
     * @param message why, and what to do
     * @param details what a program gets to know beside the message, as {@link Json#pretty} takes
     *     it
     * @return to be thrown
     */
    public static CommandException failed(String message, Map<String, ?> details) {
        return new CommandException(ExitCode.FAILED, message, details);
    }

    /**
     * It was asked for in a wrong way.
     *
     * @param message what is wrong, and how it should be
     * @return to be thrown
     */
    public static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message, Map.of());
    }

    /**
     * What the process that asked ends with.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * What a program gets to know beside the message.
     *
     * @return empty if there is nothing more to say
     */
    public Map<String, ?> details() {
        return details;
    }

    /** The message alone: Gogo's prompt prints this, and to people the class says nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is as it should be
    public String toString() {
        return getMessage();
    }
}
