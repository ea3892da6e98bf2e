package io.fastsocket.registry.sockets;

import java.util.Set;

/** Rules for names. */
public final class Names {

    /** Socket.IO's own events; its clients refuse or misread them. */
    private static final Set<String> RESERVED =
            Set.of(
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener");

    private Names() {}

    /**
     * Whether an event's name is one of Socket.IO's own.
     *
     * @param event the name
     * @return true if nobody may emit or handle it
     */
    public static boolean reserved(String event) {
        return RESERVED.contains(event);
    }

    static void checkEvent(String event) {
        if (event == null || reserved(event)) {
            throw new IllegalArgumentException(
                    "event \"" + event + "\" is reserved by Socket.IO; choose another name");
        }
    }
}
