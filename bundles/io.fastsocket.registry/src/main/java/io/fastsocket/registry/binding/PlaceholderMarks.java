package io.fastsocket.registry.binding;

import java.nio.charset.StandardCharsets;

/**
 * Counts the members {@code "_placeholder":true} of well-formed JSON. Receivers take any object
 * that has one for a binary's placeholder, whatever else is in it and however the key is escaped;
 * they drop the connection if there is no such binary.
 */
final class PlaceholderMarks {

    private static final byte[] KEY = "_placeholder".getBytes(StandardCharsets.UTF_8);

    private PlaceholderMarks() {}

    /** How many there are in the first bytes of an array. */
    static int count(byte[] bytes, int length) {
        int count = 0;
        int i = 0;
        while (i < length) {
            if (bytes[i] != '"') {
                i++;
                continue;
            }
            int after = Splitter.afterString(bytes, i);
            if (isKey(bytes, i + 1, after - 1) && isTrue(bytes, after, length)) {
                count++;
            }
            i = after;
        }
        return count;
    }

    private static boolean isKey(byte[] bytes, int from, int to) {
        int at = from;
        for (byte wanted : KEY) {
            if (at >= to) {
                return false;
            }
            if (bytes[at] == wanted) {
                at++;
            } else if (escaped(bytes, at) == wanted) {
                at += 6;
            } else {
                return false;
            }
        }
        return at == to;
    }

    /** The character that is written with its code here, or -1; other escapes are not letters. */
    private static int escaped(byte[] bytes, int at) {
        if (bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            code = 16 * code + Character.digit(bytes[i], 16);
        }
        return code;
    }

    private static boolean isTrue(byte[] bytes, int from, int length) {
        int colon = afterSpaces(bytes, from, length);
        if (colon == length || bytes[colon] != ':') {
            return false;
        }
        int at = afterSpaces(bytes, colon + 1, length);
        // Nothing else that begins so is well-formed.
        return at < length && bytes[at] == 't';
    }

    private static int afterSpaces(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && Splitter.isSpace(bytes[at])) {
            at++;
        }
        return at;
    }
}
