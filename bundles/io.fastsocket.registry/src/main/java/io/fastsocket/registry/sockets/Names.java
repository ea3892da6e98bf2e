package io.fastsocket.registry.sockets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules for names. */
public final class Names {

    /** Socket.IO's own, which its clients refuse or misread; and those by which clients ask. */
    private static final Map<String, String> OWNERS = new HashMap<>();

    static {
        List.of(
                        "connect",
                        "connect_error",
                        "disconnect",
                        "disconnecting",
                        "newListener",
                        "removeListener")
                .forEach(event -> OWNERS.put(event, "Socket.IO"));
        List.of("stream:subscribe", "stream:request", "stream:cancel")
                .forEach(event -> OWNERS.put(event, "FastSocket"));
    }

    private Names() {}

    /**
     * What is wrong with an event's name.
     *
     * @param event the name
     * @return null if plugins may emit and handle it
     */
    public static String problem(String event) {
        if (event == null) {
            return "an event must have a name";
        }
        String owner = OWNERS.get(event);
        return owner == null
                ? null
                : "event \"" + event + "\" is " + owner + "'s own; choose another name";
    }

    static void checkEvent(String event) {
        String problem = problem(event);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }
}
