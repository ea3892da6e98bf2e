package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.util.ReadOnlyStringMap;

/**
 * What makes two lines the same error. With an exception it is where that comes from, whatever the
 * line says: a reference in it, say, differs each time. Without one it is the text.
 *
 * @param level its level
 * @param logger name of the logger
 * @param plugin whose handler was running, or null
 * @param event which event it handled, or null
 * @param text the message; empty if there is an exception
 * @param origin of classes and topmost frames of the exception and its causes; 0 without one
 */
record Kind(Level level, String logger, String plugin, String event, String text, int origin) {

    private static final int CAUSES = 4;
    private static final int FRAMES = 5;

    static Kind of(LogEvent event) {
        ReadOnlyStringMap context = event.getContextData();
        Throwable thrown = event.getThrown();
        String text = thrown == null ? event.getMessage().getFormattedMessage() : "";
        return new Kind(
                event.getLevel(),
                event.getLoggerName(),
                context.getValue("plugin"),
                context.getValue("event"),
                text,
                origin(thrown));
    }

    private static int origin(Throwable thrown) {
        int hash = 0;
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            hash = 31 * hash + cause.getClass().getName().hashCode();
            StackTraceElement[] trace = cause.getStackTrace();
            for (int j = 0; j < Math.min(FRAMES, trace.length); j++) {
                hash = 31 * hash + trace[j].hashCode();
            }
            cause = cause.getCause();
        }
        return hash;
    }
}
