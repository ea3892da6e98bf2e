package io.fastsocket.registry.sockets;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was used of plugins within the last hour: the same for all revisions of a plugin, and kept
 * for as long as one of them is there. Usable from any thread; asked when methods are bound.
 */
final class RecentUse {

    private record Event(String plugin, String namespace, String name) {}

    private final Map<Object, WeakReference<Object>> known = new HashMap<>();

    /** Who sent an event to a plugin. */
    RecentSockets received(String plugin, String namespace, String event) {
        Event key = new Event(plugin, namespace, event);
        return (RecentSockets) shared(key, RecentSockets::new);
    }

    /** What a plugin sent. */
    RecentlySent sent(String plugin) {
        return (RecentlySent) shared(plugin, RecentlySent::new);
    }

    private synchronized Object shared(Object key, Supplier<Object> make) {
        WeakReference<Object> reference = known.get(key);
        Object there = reference == null ? null : reference.get();
        if (there == null) {
            known.values().removeIf(gone -> gone.get() == null);
            there = make.get();
            known.put(key, new WeakReference<>(there));
        }
        return there;
    }
}
