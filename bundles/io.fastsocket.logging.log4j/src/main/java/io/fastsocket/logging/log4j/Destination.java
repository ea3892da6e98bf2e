package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.ErrorHandler;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender;
import org.apache.logging.log4j.core.appender.OutputStreamManager;
import org.apache.logging.log4j.core.config.AppenderControl;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * The appender behind a queue, which may be unable to write for a while, above all because the disk
 * is full. Then it is tried once a second, and what it misses is counted. Used by one thread.
 */
final class Destination implements ErrorHandler {

    /** So many lines at most are lost in a buffer when a write fails. */
    private static final int FLUSH_EVERY = 64;

    private static final byte[] LINE_END = {'\n'};

    private final Appender target;
    private final AppenderControl control;
    private final Outage outage;
    private final LongAdder dropped;
    private final boolean frameworkTraces;
    private Throwable failure;
    private int unflushed;

    /**
     * The outage says when it is tried again. Dropped counts what is missing. Without framework
     * traces, those are shortened to their cause.
     */
    Destination(Appender target, Outage outage, LongAdder dropped, boolean frameworkTraces) {
        this.target = target;
        this.outage = outage;
        this.dropped = dropped;
        this.frameworkTraces = frameworkTraces;
        this.control = new AppenderControl(target, null, null);
        target.setHandler(this);
    }

    /** Writes a line, or counts it as missing. */
    void write(LogEvent event) {
        if (outage.lasts() && !recovered()) {
            missing(1);
            return;
        }
        append(frameworkTraces ? event : FrameworkTrace.shortened(event));
        if (unflushed >= FLUSH_EVERY) {
            flush();
        }
    }

    private void append(LogEvent event) {
        unflushed++;
        attempt(() -> control.callAppender(event));
        if (failure != null && !io(failure)) {
            // The line itself is at fault, such as an exception whose text throws.
            String message = "A line of " + event.getLoggerName() + " has no text: " + failure;
            attempt(() -> control.callAppender(Lines.own(Level.ERROR, message)));
        }
    }

    /** Has written what is buffered. */
    void flush() {
        if (unflushed > 0 && !outage.lasts()) {
            attempt(() -> bytes(null));
            unflushed = 0;
        }
    }

    /** Whether it can be written again, after a try if it is time for one. */
    private boolean recovered() {
        if (!outage.retry()) {
            return false;
        }
        // The line before may have been cut off in its middle.
        attempt(() -> bytes(LINE_END));
        if (failure != null) {
            return false;
        }
        append(outage.over());
        return !outage.lasts();
    }

    private void attempt(Runnable write) {
        failure = null;
        try {
            write.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure != null && io(failure)) {
            outage.failed(failure);
            missing(unflushed);
            unflushed = 0;
        }
    }

    private void missing(int lines) {
        outage.missing(lines);
        dropped.add(lines);
    }

    /** Writes bytes, if they are not null, and flushes. */
    private void bytes(byte[] bytes) {
        if (target instanceof AbstractOutputStreamAppender<?> stream) {
            OutputStreamManager manager = stream.getManager();
            if (bytes != null) {
                manager.writeBytes(bytes, 0, bytes.length);
            }
            manager.flush();
        }
    }

    private static boolean io(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void error(String message) {
        failure = new IllegalStateException(message);
    }

    @Override
    public void error(String message, Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void error(String message, LogEvent event, Throwable thrown) {
        failure = thrown;
    }
}
