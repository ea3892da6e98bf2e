package io.fastsocket.registry.dispatch;

import org.slf4j.MDC;

/** Says in the log who is being handled. */
final class LogContext {

    private LogContext() {}

    static void set(String plugin, String socket, String event) {
        MDC.put("plugin", plugin);
        MDC.put("socket", socket);
        if (event != null) {
            MDC.put("event", event);
        } else {
            MDC.remove("event");
        }
    }

    static void clear() {
        MDC.remove("plugin");
        MDC.remove("socket");
        MDC.remove("event");
    }
}
