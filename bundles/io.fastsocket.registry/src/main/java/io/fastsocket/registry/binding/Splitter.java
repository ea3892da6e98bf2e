package io.fastsocket.registry.binding;

import io.fastsocket.spi.transport.Payload;

import java.util.Arrays;

/**
 * Where each of a payload's values begins and ends. The text is known to be well-formed, so finding
 * the commas takes no parser.
 *
 * <p>Made per event and used by one thread.
 */
public final class Splitter {

    private final byte[] bytes;
    private int[] bounds = new int[4];
    private int count;

    /**
     * Splits a payload.
     *
     * @param payload well-formed values, separated by commas
     */
    public Splitter(Payload payload) {
        bytes = payload.bytes();
        split(payload.offset(), payload.offset() + payload.length());
    }

    /** How many values there are. */
    public int count() {
        return count;
    }

    /** Index of a value's first byte, white space around it left out. */
    public int start(int value) {
        return bounds[2 * value];
    }

    /** How many bytes a value takes. */
    public int length(int value) {
        return bounds[2 * value + 1] - bounds[2 * value];
    }

    private void split(int from, int end) {
        int start = from;
        int depth = 0;
        int i = from;
        while (i < end) {
            byte b = bytes[i];
            if (b == '"') {
                i = afterString(bytes, i);
                continue;
            }
            if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            } else if (b == ',' && depth == 0) {
                add(start, i);
                start = i + 1;
            }
            i++;
        }
        if (end > from) {
            add(start, end);
        }
    }

    /** The index after the string that begins at an index. */
    static int afterString(byte[] bytes, int quote) {
        int i = quote + 1;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        count++;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
