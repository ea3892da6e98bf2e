package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.core.LogEvent;

/**
 * Stack traces that say more of the OSGi framework than of what went wrong: a component's
 * constructor lies under sixty lines of Felix. For people, one line with the cause says as much.
 */
final class FrameworkTrace {

    private FrameworkTrace() {}

    /** The line without such a trace, or as it is. */
    static LogEvent shortened(LogEvent event) {
        Throwable thrown = event.getThrown();
        if (thrown == null || !throughFramework(thrown)) {
            return event;
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String cause = root.toString().lines().findFirst().orElse("");
        return Lines.withoutTrace(event, event.getMessage().getFormattedMessage() + ": " + cause);
    }

    /** Handlers are called by no framework, so their traces stay. */
    private static boolean throughFramework(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("org.apache.felix.scr.")
                    || name.startsWith("org.apache.felix.framework.")) {
                return true;
            }
        }
        return false;
    }
}
