package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.scheduler.CancelableScheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two private fields of the library's, for which it has no other way: a server makes a pipeline,
 * and with it a timer, before it can be given another, and never stops that; and its timer ends a
 * session whose client does not finish an upgrade.
 */
final class Internals {

    private static final VarHandle PIPELINE =
            field(SocketIOServer.class, "pipelineFactory", SocketIOChannelInitializer.class);
    private static final VarHandle TIMER =
            field(SocketIOChannelInitializer.class, "scheduler", CancelableScheduler.class);

    private Internals() {}

    private static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Another version of netty-socketio", e);
        }
    }

    /** Exchanges a server's pipeline, before its start. */
    static void exchange(SocketIOServer server, SocketIOChannelInitializer next) {
        SocketIOChannelInitializer first = (SocketIOChannelInitializer) PIPELINE.get(server);
        timer(first).shutdown();
        server.setPipelineFactory(next);
    }

    static CancelableScheduler timer(SocketIOChannelInitializer pipeline) {
        return (CancelableScheduler) TIMER.get(pipeline);
    }
}
