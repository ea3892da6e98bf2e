package io.fastsocket.shell.console;

/** A command did not work out. The message says what, where and what to do, in one line. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * What was asked for could not be done.
     *
     * @param message why, and what to do
     * @return to be thrown
     */
    public static CommandException failed(String message) {
        return new CommandException(ExitCode.FAILED, message);
    }

    /**
     * It was asked for in a wrong way.
     *
     * @param message what is wrong, and how it should be
     * @return to be thrown
     */
    public static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }

    /**
     * What the process that asked ends with.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }

    /** The message alone: Gogo's prompt prints this, and to people the class says nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is as it should be
    public String toString() {
        return getMessage();
    }
}
