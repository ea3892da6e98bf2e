package io.fastsocket.registry.binding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * Socket.IO's placeholders for binaries, {@code {"_placeholder":true,"num":0}}, within a range of
 * well-formed JSON.
 */
final class Placeholders {

    private static final byte[] MARK = utf8("\"_placeholder\"");
    private static final byte[] TRUE = utf8("true");
    private static final byte[] NUM = utf8("\"num\"");

    private final byte[] bytes;
    private final int end;
    private int at;
    private int number;

    private Placeholders(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /**
     * Copies JSON, with each placeholder's number replaced.
     *
     * @param bytes holds the JSON
     * @param offset where it begins
     * @param length how many bytes it takes
     * @param numbers from the old number to the new one; a negative one leaves it as it is
     * @return the copy
     */
    static byte[] renumber(byte[] bytes, int offset, int length, IntUnaryOperator numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 8);
        Placeholders scan = new Placeholders(bytes, offset, length);
        int copied = offset;
        while (scan.at < scan.end) {
            int start = scan.at;
            if (bytes[start] == '"') {
                scan.at = Splitter.afterString(bytes, start);
            } else if (bytes[start] == '{' && scan.placeholder()) {
                int changed = numbers.applyAsInt(scan.number);
                if (changed >= 0) {
                    out.write(bytes, copied, start - copied);
                    out.writeBytes(utf8("{\"_placeholder\":true,\"num\":" + changed + "}"));
                    copied = scan.at;
                }
            } else {
                scan.at = start + 1;
            }
        }
        out.write(bytes, copied, offset + length - copied);
        return out.toByteArray();
    }

    /** Moves past a placeholder, in either order of keys; else leaves the place as it was. */
    private boolean placeholder() {
        int start = at;
        at++;
        boolean found =
                (mark() && token(',') && number() && token('}'))
                        || (back(start + 1) && number() && token(',') && mark() && token('}'));
        if (!found) {
            at = start;
        }
        return found;
    }

    private boolean back(int to) {
        at = to;
        return true;
    }

    private boolean mark() {
        return word(MARK) && token(':') && word(TRUE);
    }

    private boolean number() {
        if (!word(NUM) || !token(':')) {
            return false;
        }
        spaces();
        int from = at;
        number = 0;
        while (at < end && at - from < 9 && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at++] - '0';
        }
        return at > from;
    }

    private boolean token(char c) {
        spaces();
        if (at < end && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean word(byte[] word) {
        spaces();
        if (at + word.length > end) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        at += word.length;
        return true;
    }

    private void spaces() {
        while (at < end && Splitter.isSpace(bytes[at])) {
            at++;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
