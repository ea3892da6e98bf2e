package io.fastsocket.transport.codec;

import java.nio.charset.StandardCharsets;

/** What is inside the quotes of a JSON string that has been recognised already. */
final class JsonStrings {

    private JsonStrings() {}

    static boolean hasEscape(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /**
     * Resolves the escapes.
     *
     * @return UTF-8, or null if there is half a surrogate pair, which UTF-8 cannot say
     */
    static byte[] unescape(byte[] b, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int run = from;
        int i = from;
        while (i < to) {
            if (b[i] != '\\') {
                i++;
                continue;
            }
            text.append(new String(b, run, i - run, StandardCharsets.UTF_8));
            byte c = b[i + 1];
            i += 2;
            switch (c) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) hex(b, i));
                    i += 4;
                }
                default -> text.append((char) c);
            }
            run = i;
        }
        text.append(new String(b, run, to - run, StandardCharsets.UTF_8));
        return whole(text) ? text.toString().getBytes(StandardCharsets.UTF_8) : null;
    }

    private static boolean whole(StringBuilder text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    /** Four hexadecimal digits, or -1. */
    static int hex(byte[] b, int from) {
        int n = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = b[i] < 0 ? -1 : Character.digit((char) b[i], 16);
            if (digit < 0) {
                return -1;
            }
            n = (n << 4) | digit;
        }
        return n;
    }
}
