package io.fastsocket.registry.streams;

import io.fastsocket.registry.log.LogContext;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that know whose they are. They take nothing over from the thread that makes them,
 * which may be one of a plugin that is not to be held.
 */
final class StreamThreads {

    private static final String PREFIX = "fastsocket-stream-";
    private static final ClassLoader NEUTRAL = ClassLoader.getSystemClassLoader();

    private final String plugin;
    private final Caller caller;
    private final AtomicInteger count = new AtomicInteger();

    StreamThreads(String plugin, Caller caller) {
        this.plugin = plugin;
        this.caller = caller;
    }

    /** Threads of the operating system. */
    ThreadFactory platform() {
        return task -> platform(plugin + "-" + count.incrementAndGet(), plugin, caller, task);
    }

    /** One for a stream. */
    static ThreadFactory one(String plugin, String name, Caller caller) {
        return task -> platform(name, plugin, caller, task);
    }

    private static Thread platform(String name, String plugin, Caller caller, Runnable task) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(PREFIX + name)
                        .inheritInheritableThreadLocals(false)
                        .unstarted(() -> run(plugin, caller, task));
        thread.setContextClassLoader(NEUTRAL);
        return thread;
    }

    /** Virtual ones. */
    ThreadFactory virtual() {
        return task -> {
            Thread thread =
                    Thread.ofVirtual()
                            .name(PREFIX + plugin)
                            .inheritInheritableThreadLocals(false)
                            .unstarted(() -> run(plugin, caller, task));
            thread.setContextClassLoader(NEUTRAL);
            return thread;
        };
    }

    private static void run(String plugin, Caller caller, Runnable task) {
        caller.set();
        Hops.set(caller.run());
        LogContext.set(plugin, null, null, null);
        task.run();
    }
}
