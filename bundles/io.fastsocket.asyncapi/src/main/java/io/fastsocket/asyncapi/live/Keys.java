package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keys of channels, operations and messages: of letters, digits, dots, dashes and underscores. */
final class Keys {

    private Keys() {}

    /** A key that is not in use. */
    static String free(String wanted, ObjectNode taken) {
        String plain = plain(wanted);
        String key = plain;
        for (int i = 2; taken.has(key); i++) {
            key = plain + "-" + i;
        }
        return key;
    }

    static String plain(String wanted) {
        return wanted.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** What a channel is called: its namespace without the first slash. */
    static String channel(String address) {
        String name = address.replaceAll("[{}]", "").replaceFirst("^/", "").replace('/', '.');
        return name.isEmpty() ? "root" : name;
    }
}
