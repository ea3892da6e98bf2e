package io.fastsocket.transport.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Follows which objects of a text are placeholders for binaries, {@code
 * {"_placeholder":true,"num":0}}, and whether their numbers exist. Where a key comes twice the last
 * counts, as with JavaScript's parser. One entry for each level of nesting.
 */
final class PlaceholderCheck {

    private static final byte[] PLACEHOLDER = "_placeholder".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUM = "num".getBytes(StandardCharsets.US_ASCII);
    private static final int NONE = -1;

    private enum Key {
        OTHER,
        PLACEHOLDER,
        NUM
    }

    private final Key[] keys;
    private final boolean[] marked;
    private final int[] numbers;

    PlaceholderCheck(int depth) {
        keys = new Key[depth + 1];
        marked = new boolean[depth + 1];
        numbers = new int[depth + 1];
    }

    void enter(int depth) {
        keys[depth] = Key.OTHER;
        marked[depth] = false;
        numbers[depth] = NONE;
    }

    void key(int depth, byte[] b, int from, int to) {
        byte[] text = b;
        int start = from;
        int stop = to;
        if (JsonStrings.hasEscape(b, from, to)) {
            text = JsonStrings.unescape(b, from, to);
            start = 0;
            stop = text == null ? 0 : text.length;
        }
        if (text != null && equals(text, start, stop, PLACEHOLDER)) {
            keys[depth] = Key.PLACEHOLDER;
            marked[depth] = false;
        } else if (text != null && equals(text, start, stop, NUM)) {
            keys[depth] = Key.NUM;
            numbers[depth] = NONE;
        } else {
            keys[depth] = Key.OTHER;
        }
    }

    /** The value of the last key, unless it is an array or object. */
    void scalar(int depth, byte[] b, int from, int to) {
        switch (keys[depth]) {
            case PLACEHOLDER -> marked[depth] = b[from] == 't';
            case NUM -> numbers[depth] = number(b, from, to);
            case OTHER -> {}
        }
    }

    /** Whether the object that ends is no placeholder, or one whose number exists. */
    boolean leave(int depth, int attachments) {
        return !marked[depth] || (numbers[depth] >= 0 && numbers[depth] < attachments);
    }

    private static int number(byte[] b, int from, int to) {
        if (to - from > 6) {
            return NONE;
        }
        int n = 0;
        for (int i = from; i < to; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            n = n * 10 + digit;
        }
        return n;
    }

    private static boolean equals(byte[] b, int from, int to, byte[] word) {
        return Arrays.equals(b, from, to, word, 0, word.length);
    }
}
