package io.fastsocket.launcher;

import java.io.PrintStream;

/** A line that tells a person that something goes on, once it has taken a second. */
final class Progress {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final String what;
    private final boolean watched = ClientTerminal.find().watched();
    private final long began = System.nanoTime();
    private long shown;

    /**
     * Shows nothing yet.
     *
     * @param err shown there, if a person sees it
     * @param what what goes on
     */
    Progress(PrintStream err, String what) {
        this.err = err;
        this.what = what;
    }

    /** Called often; shows the seconds, each once. */
    void show() {
        long seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        if (watched && seconds > shown) {
            err.print(TO_LINE_START_AND_CLEAR + what + " \u2026 " + seconds + " s");
            err.flush();
            shown = seconds;
        }
    }

    /** Takes the line away. */
    void clear() {
        if (shown > 0) {
            err.print(TO_LINE_START_AND_CLEAR);
            err.flush();
        }
    }
}
