package io.fastsocket.transport.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Recognises JSON (RFC 8259) in UTF-8 without building anything: says where a value ends, or that
 * it is none. Nesting deeper than a limit is refused, so that whoever binds the value later cannot
 * be made to overflow its stack. Reused by its owner; one thread at a time.
 */
public final class JsonRecogniser {

    /** Not JSON. */
    public static final int MALFORMED = -1;

    /** Not UTF-8. */
    public static final int BAD_UTF8 = -2;

    /** Arrays and objects nest deeper than they may. */
    public static final int TOO_DEEP = -3;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    /** One bit a level: set for an object. */
    private final long[] objects;

    private final int maxDepth;

    /** Made when the first binary comes, since it is large and most clients send none. */
    private PlaceholderCheck placeholders;

    /**
     * A recogniser.
     *
     * @param maxDepth how deep arrays and objects may nest
     */
    public JsonRecogniser(int maxDepth) {
        this.maxDepth = maxDepth;
        objects = new long[(maxDepth + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * Recognises one value.
     *
     * @param b holds the text
     * @param from where the value begins, leading white space allowed
     * @param end where the text ends
     * @param attachments how many binaries placeholders may refer to; -1 if an object that looks
     *     like a placeholder is an object like any other
     * @return the index after the value, or a negative fault
     */
    public int value(byte[] b, int from, int end, int attachments) {
        boolean binary = attachments >= 0;
        if (binary && placeholders == null) {
            placeholders = new PlaceholderCheck(maxDepth);
        }
        int depth = 0;
        int i = from;
        while (true) {
            // A value begins here.
            i = skipSpace(b, i, end);
            if (i >= end) {
                return MALFORMED;
            }
            int c = b[i];
            boolean opened = false;
            if (c == '{' || c == '[') {
                if (++depth > maxDepth) {
                    return TOO_DEEP;
                }
                boolean object = c == '{';
                mark(depth, object);
                if (binary && object) {
                    placeholders.enter(depth);
                }
                i = skipSpace(b, i + 1, end);
                opened = i >= end || b[i] != (object ? '}' : ']');
            } else {
                int start = i;
                i = scalar(b, i, end);
                if (i < 0) {
                    return i;
                }
                if (binary && depth > 0 && inObject(depth)) {
                    placeholders.scalar(depth, b, start, i);
                }
            }
            if (!opened) {
                // After a value, or before the bracket of an empty container: close what ends here.
                while (true) {
                    if (depth == 0) {
                        return i;
                    }
                    i = skipSpace(b, i, end);
                    if (i >= end) {
                        return MALFORMED;
                    }
                    c = b[i++];
                    if (c == ',') {
                        break;
                    }
                    boolean object = inObject(depth);
                    if (c != (object ? '}' : ']')) {
                        return MALFORMED;
                    }
                    if (binary && object && !placeholders.leave(depth, attachments)) {
                        return MALFORMED;
                    }
                    depth--;
                }
                // An empty container cannot be followed by a comma: its bracket was seen above.
            }
            if (inObject(depth)) {
                int key = skipSpace(b, i, end);
                if (key >= end || b[key] != '"') {
                    return MALFORMED;
                }
                i = string(b, key + 1, end);
                if (i < 0) {
                    return i;
                }
                if (binary) {
                    placeholders.key(depth, b, key + 1, i - 1);
                }
                i = skipSpace(b, i, end);
                if (i >= end || b[i++] != ':') {
                    return MALFORMED;
                }
            }
        }
    }

    /**
     * Skips JSON's white space.
     *
     * @param b the text
     * @param from where to begin
     * @param end where the text ends
     * @return the first index that is no white space, or {@code end}
     */
    public static int skipSpace(byte[] b, int from, int end) {
        int i = from;
        while (i < end && b[i] <= ' ' && isSpace(b[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void mark(int depth, boolean object) {
        int level = depth - 1;
        long bit = 1L << level;
        if (object) {
            objects[level >> 6] |= bit;
        } else {
            objects[level >> 6] &= ~bit;
        }
    }

    private boolean inObject(int depth) {
        int level = depth - 1;
        return (objects[level >> 6] & (1L << level)) != 0;
    }

    private static int scalar(byte[] b, int i, int end) {
        return switch (b[i]) {
            case '"' -> string(b, i + 1, end);
            case 't' -> word(b, i, end, "true");
            case 'f' -> word(b, i, end, "false");
            case 'n' -> word(b, i, end, "null");
            default -> number(b, i, end);
        };
    }

    private static int word(byte[] b, int from, int end, String word) {
        int length = word.length();
        if (end - from < length) {
            return MALFORMED;
        }
        for (int k = 1; k < length; k++) {
            if (b[from + k] != word.charAt(k)) {
                return MALFORMED;
            }
        }
        return from + length;
    }

    private static int number(byte[] b, int from, int end) {
        int i = from;
        if (b[i] == '-') {
            i++;
        }
        if (i >= end) {
            return MALFORMED;
        }
        if (b[i] == '0') {
            i++;
        } else {
            i = digits(b, i, end);
            if (i < 0) {
                return MALFORMED;
            }
        }
        if (i < end && b[i] == '.') {
            i = digits(b, i + 1, end);
            if (i < 0) {
                return MALFORMED;
            }
        }
        if (i < end && (b[i] | 0x20) == 'e') {
            i++;
            if (i < end && (b[i] == '+' || b[i] == '-')) {
                i++;
            }
            return digits(b, i, end);
        }
        return i;
    }

    /** At least one digit. */
    private static int digits(byte[] b, int from, int end) {
        int i = from;
        while (i < end && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i == from ? MALFORMED : i;
    }

    /**
     * Recognises the rest of a string.
     *
     * @param b the text
     * @param from after the opening quote
     * @param end where the text ends
     * @return the index after the closing quote, or a negative fault
     */
    static int string(byte[] b, int from, int end) {
        int i = from;
        while (true) {
            while (i + Long.BYTES <= end) {
                long special = special((long) LONG.get(b, i));
                if (special != 0) {
                    i += Long.numberOfTrailingZeros(special) >>> 3;
                    break;
                }
                i += Long.BYTES;
            }
            if (i >= end) {
                return MALFORMED;
            }
            int c = b[i];
            if (c == '"') {
                return i + 1;
            } else if (c == '\\') {
                i = escape(b, i + 1, end);
            } else if (c < 0) {
                i = Utf8.character(b, i, end);
            } else if (c < ' ') {
                return MALFORMED;
            } else {
                i++;
            }
            if (i < 0) {
                return i;
            }
        }
    }

    /**
     * The bytes of a word that end a run of plain characters: a control character, a quote, a
     * backslash or anything beyond ASCII. The lowest marked byte is exact; a borrow may mark more
     * above it.
     */
    private static long special(long word) {
        long quote = word ^ (ONES * '"');
        long backslash = word ^ (ONES * '\\');
        return (word | (word - ONES * ' ') | (quote - ONES) | (backslash - ONES)) & TOPS;
    }

    private static int escape(byte[] b, int i, int end) {
        if (i >= end) {
            return MALFORMED;
        }
        return switch (b[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> i + 1;
            case 'u' -> end - i > 4 && JsonStrings.hex(b, i + 1) >= 0 ? i + 5 : MALFORMED;
            default -> MALFORMED;
        };
    }
}
