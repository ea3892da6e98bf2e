package io.fastsocket.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What operators ask of single plugins, until each is not being swapped. Belongs to the deployer's
 * thread.
 */
final class Wishes {

    private final List<Wish> open = new ArrayList<>();

    boolean isEmpty() {
        return open.isEmpty();
    }

    void add(Wish wish) {
        open.add(wish);
    }

    /** Begins with those whose plugin is not busy. */
    void begin(Map<String, Plugin> plugins) {
        // One at a time: a plugin may be busy with the first of two.
        for (Wish wish : List.copyOf(open)) {
            Plugin plugin = plugins.get(wish.name());
            if (plugin == null || !plugin.isBusy()) {
                open.remove(wish);
                begin(wish, plugin);
            }
        }
    }

    private static void begin(Wish wish, Plugin plugin) {
        if (plugin == null || plugin.running() == null) {
            wish.done()
                    .completeExceptionally(
                            new IllegalArgumentException(
                                    "no plugin " + wish.name() + " is in service"));
            return;
        }
        try {
            wish.what().accept(plugin.operations(), wish.done());
        } catch (RuntimeException e) {
            wish.done().completeExceptionally(new IllegalStateException(e.getMessage(), e));
        }
    }
}
