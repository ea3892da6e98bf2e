package io.fastsocket.plugins.leaks;

import java.util.List;
import java.util.function.Predicate;

/**
 * A usual way to be held.
 *
 * @param kind a word
 * @param noun what it is called
 * @param cure what to do about it
 * @param matches whether a path is one of these
 */
record Habit(String kind, String noun, String cure, Predicate<RootPath> matches) {

    private static final List<String> EXECUTORS =
            List.of(
                    "java.util.concurrent.ThreadPoolExecutor",
                    "java.util.concurrent.ScheduledThreadPoolExecutor",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util.concurrent.DelayScheduler");

    /** The more telling before the more general; the last matches whatever is left. */
    private static final List<Habit> ALL =
            List.of(
                    new Habit(
                            "thread-local",
                            "a thread-local value",
                            "Call remove() of the ThreadLocal before the method returns: the thread is not the"
                                    + " plugin's, and goes on.",
                            path -> path.passes("java.lang.ThreadLocal$")),
                    new Habit(
                            "timer",
                            "a timer",
                            "Call cancel() of the Timer in @Deactivate.",
                            path ->
                                    path.passes("java.util.Timer")
                                            || runsAs(path, "java.util.TimerThread")),
                    new Habit(
                            "shutdown-hook",
                            "a shutdown hook",
                            "Call Runtime.removeShutdownHook in @Deactivate, or do there what the hook does:"
                                    + " components are deactivated when the server ends, too.",
                            path -> path.passes("java.lang.ApplicationShutdownHooks")),
                    new Habit(
                            "jdbc-driver",
                            "a driver that is registered with java.sql.DriverManager",
                            "Call DriverManager.deregisterDriver in @Deactivate.",
                            path -> path.passes("java.sql.")),
                    new Habit(
                            "mbean",
                            "an MBean",
                            "Call MBeanServer.unregisterMBean in @Deactivate.",
                            path ->
                                    path.passes("com.sun.jmx.")
                                            || path.passes("javax.management.")),
                    new Habit(
                            "jackson",
                            "a cache of Jackson's",
                            "Give the ObjectMapper types of its own:"
                                    + " setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200))).",
                            path -> path.passes("com.fasterxml.jackson.")),
                    new Habit(
                            "rxjava",
                            "a task of RxJava's",
                            "Dispose of it in @Deactivate, and leave RxJavaPlugins to the runtime.",
                            path -> path.passes("io.reactivex.") || runs(path, "io.reactivex.")),
                    new Habit(
                            "logging",
                            "a handler of the log",
                            "Take handlers, appenders and filters away in @Deactivate.",
                            path ->
                                    path.passes("java.util.logging.")
                                            || path.passes("org.apache.logging.")
                                            || path.passes("org.ops4j.pax.logging.")),
                    new Habit(
                            "executor",
                            "an executor",
                            "Shut it down in @Deactivate, or cancel there what it was given.",
                            path ->
                                    EXECUTORS.stream()
                                            .anyMatch(one -> path.passes(one) || runs(path, one))),
                    new Habit(
                            "thread",
                            "the context class loader",
                            "End the thread in @Deactivate, or have setContextClassLoader called on"
                                    + " it with another.",
                            path -> path.endsWith("contextClassLoader")),
                    new Habit(
                            "thread",
                            "code",
                            "End it in @Deactivate: interrupt it, and let its code return when it is.",
                            path -> path.root() != null && path.root().isThread()),
                    new Habit(
                            "static-field",
                            "a static field outside of the plugin",
                            "Take out in @Deactivate what was put there.",
                            path -> !path.steps().isEmpty() && path.steps().getFirst().isStatic()),
                    new Habit(
                            "native",
                            "native code",
                            "A native library or an agent of the JVM holds a reference; ask whoever made it.",
                            path -> path.root() != null && path.root().kind().contains("JNI")),
                    new Habit("unknown", "something", "The path says what it is.", path -> true));

    static Habit of(RootPath path) {
        return ALL.stream().filter(one -> one.matches.test(path)).findFirst().get();
    }

    private static boolean runs(RootPath path, String prefix) {
        return path.root() != null && path.root().runs(prefix);
    }

    private static boolean runsAs(RootPath path, String threadType) {
        return path.root() != null && threadType.equals(path.root().threadType());
    }

    /** What it is, with the names that the path has. */
    String what(RootPath path) {
        String field = path.steps().isEmpty() ? "" : path.steps().getFirst().staticField();
        String where =
                path.root() != null && path.root().isThread()
                        ? " of the thread \"" + path.root().thread() + "\""
                        : field.isEmpty() ? "" : " (" + field + ")";
        return noun + where + ": " + (path.end().isEmpty() ? "the class loader" : path.end());
    }
}
