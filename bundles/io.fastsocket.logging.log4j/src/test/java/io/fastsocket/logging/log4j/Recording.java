package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** An appender that keeps what it gets; a hook may fail first, or take its time. */
final class Recording extends AbstractAppender {

    final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final Consumer<LogEvent> first;

    Recording(Consumer<LogEvent> first) {
        super("recording", null, null, false, Property.EMPTY_ARRAY);
        this.first = first;
    }

    Recording() {
        this(event -> {});
    }

    @Override
    public void append(LogEvent event) {
        first.accept(event);
        events.add(event);
    }

    List<String> messages() {
        return events.stream().map(event -> event.getMessage().getFormattedMessage()).toList();
    }

    static LogEvent event(Level level, String pattern, Object... arguments) {
        return event(level, null, pattern, arguments);
    }

    static LogEvent event(Level level, Throwable thrown, String pattern, Object... arguments) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName("org.example")
                .setLevel(level)
                .setThrown(thrown)
                .setMessage(new ParameterizedMessage(pattern, arguments))
                .build();
    }

    /** Waits for something that another thread does. */
    static void until(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
