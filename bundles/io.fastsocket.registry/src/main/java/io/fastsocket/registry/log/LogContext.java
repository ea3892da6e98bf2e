package io.fastsocket.registry.log;

import java.util.function.BiConsumer;

/**
 * Whom lines that the current thread logs are about. It is set for each event, and asked only when
 * something is logged; so it is a few fields of the thread's own, and not the map of an MDC, which
 * pax-logging guards with one lock for all threads.
 */
public final class LogContext {

    private static final ThreadLocal<LogContext> CURRENT = ThreadLocal.withInitial(LogContext::new);

    private String plugin;
    private String namespace;
    private String socket;
    private String event;

    private LogContext() {}

    /**
     * From now on.
     *
     * @param plugin whose code runs, or null
     * @param namespace where, or null
     * @param socket for which client, or null
     * @param event for which event, or null
     */
    public static void set(String plugin, String namespace, String socket, String event) {
        CURRENT.get().put(plugin, namespace, socket, event);
    }

    /** From now on nobody. */
    public static void clear() {
        set(null, null, null, null);
    }

    /**
     * While something is logged by a thread that is about somebody else, or nobody.
     *
     * @param plugin or null
     * @param namespace or null
     * @param socket or null
     * @param event or null
     * @param logging what logs
     */
    public static void about(
            String plugin, String namespace, String socket, String event, Runnable logging) {
        LogContext now = CURRENT.get();
        LogContext before = new LogContext();
        before.put(now.plugin, now.namespace, now.socket, now.event);
        now.put(plugin, namespace, socket, event);
        try {
            logging.run();
        } finally {
            now.put(before.plugin, before.namespace, before.socket, before.event);
        }
    }

    private void put(String plugin, String namespace, String socket, String event) {
        this.plugin = plugin;
        this.namespace = namespace;
        this.socket = socket;
        this.event = event;
    }

    /**
     * Tells it.
     *
     * @param fields is given name and value of what is known
     */
    public static void tell(BiConsumer<String, String> fields) {
        LogContext now = CURRENT.get();
        tell(fields, "plugin", now.plugin);
        tell(fields, "namespace", now.namespace);
        tell(fields, "socket", now.socket);
        tell(fields, "event", now.event);
    }

    private static void tell(BiConsumer<String, String> fields, String name, String value) {
        if (value != null) {
            fields.accept(name, value);
        }
    }
}
