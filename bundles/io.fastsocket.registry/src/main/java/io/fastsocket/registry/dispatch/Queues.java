package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.Arrival;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of all sockets. Usable from any thread. */
public final class Queues {

    private final Set<SocketQueue> all = ConcurrentHashMap.newKeySet();

    void add(SocketQueue queue) {
        all.add(queue);
    }

    void remove(SocketQueue queue) {
        all.remove(queue);
    }

    /**
     * Has a component called for the sockets that were there before it.
     *
     * @param arrival the component, in service by now
     */
    public void replay(Arrival arrival) {
        all.forEach(queue -> queue.replay(arrival));
    }
}
