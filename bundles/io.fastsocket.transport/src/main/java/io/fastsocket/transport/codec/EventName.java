package io.fastsocket.transport.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of an event: the first value of its payload. Reused; holds the last one. */
final class EventName {

    private static final byte[][] RESERVED = {
        ascii("connect"),
        ascii("connect_error"),
        ascii("disconnect"),
        ascii("disconnecting"),
        ascii("newListener"),
        ascii("removeListener")
    };

    private byte[] bytes;
    private int from;
    private int to;

    /** Takes a value: a string; or a number, which the reference takes for its text. */
    boolean take(byte[] text, int valueFrom, int valueTo) {
        bytes = text;
        from = valueFrom;
        to = valueTo;
        byte first = text[valueFrom];
        if (first != '"') {
            return first == '-' || (first >= '0' && first <= '9');
        }
        from++;
        to--;
        if (JsonStrings.hasEscape(text, from, to)) {
            bytes = JsonStrings.unescape(text, from, to);
            if (bytes == null) {
                return false;
            }
            from = 0;
            to = bytes.length;
        }
        return !reserved();
    }

    private boolean reserved() {
        int length = to - from;
        for (byte[] word : RESERVED) {
            if (word.length == length && Arrays.equals(bytes, from, to, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
