package io.fastsocket.launcher;

/** What the program's exit codes mean. Scripts rely on them. */
final class ExitCode {

    static final int OK = 0;

    /** It was asked for something right, and it did not work out. */
    static final int FAILED = 1;

    /** A wrong option, setting or configuration: trying again without a change will not help. */
    static final int USAGE = 2;

    /** Only of {@code status}: nothing is running. */
    static final int NOT_RUNNING = 3;

    /** Ctrl-C ended it; as shells have it, 128 and the number of SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
