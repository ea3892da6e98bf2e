package io.fastsocket.registry.streams;

import java.util.ArrayList;
import java.util.List;

/**
 * Who listens to a stream. Immutable.
 *
 * @param listeners in the order in which they came
 * @param over whether nobody can come any more
 */
record Audience(List<Listener> listeners, boolean over) {

    static final Audience NOBODY = new Audience(List.of(), false);

    private static final Audience OVER = new Audience(List.of(), true);

    Audience plus(Listener listener) {
        if (over) {
            return this;
        }
        List<Listener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Audience(List.copyOf(more), false);
    }

    Audience minus(Listener listener) {
        return over
                ? this
                : new Audience(
                        listeners.stream().filter(each -> !each.equals(listener)).toList(), false);
    }

    /** Nobody, for ever. */
    Audience end() {
        return OVER;
    }

    /** Whether each may be given an element; false of nobody. */
    boolean ready() {
        for (Listener listener : listeners) {
            if (!listener.ready()) {
                return false;
            }
        }
        return !listeners.isEmpty();
    }
}
