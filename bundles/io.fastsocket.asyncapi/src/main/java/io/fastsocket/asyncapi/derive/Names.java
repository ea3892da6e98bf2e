package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Names of schemas: those of the classes, and longer ones where these are taken. */
final class Names {

    private Names() {}

    static String free(Class<?> type, ObjectNode taken) {
        String name = type.getSimpleName();
        if (!name.isEmpty() && !taken.has(name)) {
            return name;
        }
        Class<?> around = type.getEnclosingClass();
        String longer = around == null ? name : around.getSimpleName() + "." + name;
        String free = longer;
        for (int i = 2; free.isEmpty() || taken.has(free); i++) {
            free = longer + i;
        }
        return free;
    }
}
