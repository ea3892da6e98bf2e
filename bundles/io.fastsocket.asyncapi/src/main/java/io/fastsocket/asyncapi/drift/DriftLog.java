package io.fastsocket.asyncapi.drift;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The events of one plugin, or of nobody's, that no contract names. */
public final class DriftLog {

    /** Clients choose names: from so many on, others are not told apart. */
    private static final int MOST = 100;

    private static final String OTHERS = "(others)";

    private final ConcurrentMap<String, Undeclared> events = new ConcurrentHashMap<>();

    /** An empty one. */
    public DriftLog() {}

    /**
     * What counts an event.
     *
     * @param what {@code received} or {@code sent}
     * @param namespace where
     * @param event its name
     * @return always the same for the same
     */
    public Undeclared of(String what, String namespace, String event) {
        String key = what + " " + namespace + " " + event;
        Undeclared known = events.get(key);
        if (known != null) {
            return known;
        }
        return events.size() < MOST
                ? events.computeIfAbsent(key, k -> new Undeclared(what, namespace, event))
                : events.computeIfAbsent(OTHERS, k -> new Undeclared(what, OTHERS, OTHERS));
    }

    Collection<Undeclared> events() {
        return events.values();
    }
}
