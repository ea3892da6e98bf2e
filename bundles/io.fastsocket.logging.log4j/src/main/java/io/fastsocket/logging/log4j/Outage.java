package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A time in which a destination cannot be written. One warning is enough. Used by one thread. */
final class Outage {

    private static final long RETRY = TimeUnit.SECONDS.toNanos(1);

    /** An outage so soon after another is no news. */
    private static final long NEWS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private boolean lasts;
    private boolean told;
    private String reason;
    private long began;
    private long retry;
    private long toldAt = System.nanoTime() - NEWS;
    private long missing;

    /** The name is what people are told. */
    Outage(String name) {
        this.name = name;
    }

    boolean lasts() {
        return lasts;
    }

    /** Whether it is time for another try. */
    boolean retry() {
        return System.nanoTime() - retry >= 0;
    }

    void missing(int lines) {
        missing += lines;
    }

    void failed(Throwable failure) {
        long now = System.nanoTime();
        retry = now + RETRY;
        if (lasts) {
            return;
        }
        lasts = true;
        began = now;
        reason = root(failure);
        told = now - toldAt >= NEWS;
        if (told) {
            toldAt = now;
            tell("cannot be written: " + reason + ". What is logged is lost until it can.");
        }
    }

    /** Ends it; returns the line that says what is missing. */
    LogEvent over() {
        double seconds = (System.nanoTime() - began) / 1e9;
        String lines =
                String.format(
                        Locale.ROOT,
                        "up to %,d lines are missing from %.0f s (%s)",
                        missing,
                        seconds,
                        reason);
        if (told) {
            tell("is written again: " + lines);
        }
        LogEvent line = Lines.own(Level.WARN, "The log is written again: " + lines, missing);
        lasts = false;
        missing = 0;
        return line;
    }

    /** The appender for the console may be what fails, so this goes straight to the process's. */
    @SuppressWarnings("SystemOut")
    private void tell(String what) {
        System.err.println("fastsocket: " + name + " " + what);
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
