package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Iterator;

/** Where an object or array stands, and where its members do. */
final class Place {

    /** What it is a part of; null for the whole. */
    final Place parent;

    /** Its name or number there. */
    final Object key;

    /** The file as the document names it; null for the document itself. */
    final String file;

    /** Of its name, or where it begins if it has none; from 1. */
    final int line;

    final int column;

    /** Line and column of each member, in their order. */
    private int[] members = new int[8];

    private int count;

    Place(Place parent, Object key, String file, int line, int column) {
        this.parent = parent;
        this.key = key;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** A further member, the next in order. */
    void add(int memberLine, int memberColumn) {
        if (count + 2 > members.length) {
            members = java.util.Arrays.copyOf(members, members.length * 2);
        }
        members[count++] = memberLine;
        members[count++] = memberColumn;
    }

    /** Where a member stands: its line at 0, its column at 1; null if it has no such member. */
    int[] member(JsonNode self, Object name) {
        int index = name instanceof Integer number ? number : index(self, name.toString());
        return index < 0 || index * 2 >= count
                ? null
                : new int[] {members[index * 2], members[index * 2 + 1]};
    }

    private static int index(JsonNode object, String name) {
        int index = 0;
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); index++) {
            if (names.next().equals(name)) {
                return index;
            }
        }
        return -1;
    }

    /** A JSON Pointer to it, within its file. */
    String pointer() {
        return parent == null ? "" : parent.pointer() + Pointers.token(key);
    }
}
