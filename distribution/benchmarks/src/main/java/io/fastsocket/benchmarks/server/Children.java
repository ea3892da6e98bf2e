package io.fastsocket.benchmarks.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All servers that run, so that none is left behind, whatever ends this program. */
final class Children {

    private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> RUNNING.forEach(ServerProcess::close)));
    }

    private Children() {}

    static void add(ServerProcess process) {
        RUNNING.add(process);
    }

    static void remove(ServerProcess process) {
        RUNNING.remove(process);
    }
}
