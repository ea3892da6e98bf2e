package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes lines, and lines of lines. */
final class Lines {

    /** The logger that the log's own lines have. */
    static final String LOGGER = "io.fastsocket.logging";

    private Lines() {}

    /**
     * A line that may go to another thread: with its text, its thread's name, and whom it is about.
     *
     * @param context tells the fields of the calling thread; may be null
     */
    static LogEvent copy(LogEvent event, Consumer<BiConsumer<String, String>> context) {
        String text = event.getMessage().getFormattedMessage();
        Log4jLogEvent.Builder copy = new Log4jLogEvent.Builder(event);
        copy.setMessage(new SimpleMessage(text));
        copy.setThreadName(event.getThreadName());
        StringMap fields = ContextDataFactory.createContextData(event.getContextData());
        if (context != null) {
            context.accept(fields::putValue);
        }
        copy.setContextData(fields);
        return copy.build();
    }

    /** A line of the log's own. */
    static LogEvent own(Level level, String message) {
        return own(level, message, 0);
    }

    /** A line of the log's own about lines that are missing. */
    static LogEvent own(Level level, String message, long dropped) {
        StringMap fields = ContextDataFactory.createContextData();
        fields.putValue("bundle.name", LOGGER);
        if (dropped > 0) {
            fields.putValue("dropped", Long.toString(dropped));
        }
        return Log4jLogEvent.newBuilder()
                .setLoggerName(LOGGER)
                .setLevel(level)
                .setMessage(new SimpleMessage(message))
                .setContextData(fields)
                .build();
    }

    /** The same line, with the exception in a few words. */
    static LogEvent withoutTrace(LogEvent event) {
        return withoutTrace(
                event,
                event.getMessage().getFormattedMessage()
                        + " ("
                        + event.getThrown()
                        + "; stack trace further up)");
    }

    static LogEvent withoutTrace(LogEvent event, String message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName(event.getLoggerName())
                .setLevel(event.getLevel())
                .setThreadName(event.getThreadName())
                .setInstant(event.getInstant())
                .setMessage(new SimpleMessage(message))
                .setContextData(ContextDataFactory.createContextData(event.getContextData()))
                .build();
    }

    /** What stands for folded lines. */
    static LogEvent repeated(LogEvent sample, String last, long times, long nanos) {
        String message =
                String.format(
                        Locale.ROOT, "Repeated %,d times in %.0f s: %s", times, nanos / 1e9, last);
        StringMap fields = ContextDataFactory.createContextData(sample.getContextData());
        fields.remove("socket");
        fields.putValue("repeated", Long.toString(times));
        return Log4jLogEvent.newBuilder()
                .setLoggerName(sample.getLoggerName())
                .setLevel(sample.getLevel())
                .setThreadName(sample.getThreadName())
                .setMessage(new SimpleMessage(message))
                .setContextData(fields)
                .build();
    }
}
