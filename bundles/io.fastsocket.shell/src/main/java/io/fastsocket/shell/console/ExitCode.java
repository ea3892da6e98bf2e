package io.fastsocket.shell.console;

/** What a command's exit codes mean. Scripts rely on them. */
public final class ExitCode {

    /** It was done. */
    public static final int OK = 0;

    /** It was asked for in the right way, and did not work out. */
    public static final int FAILED = 1;

    /** A wrong command, option or value: trying again without a change will not help. */
    public static final int USAGE = 2;

    /** Somebody interrupted it; as shells have it, 128 and the number of SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
