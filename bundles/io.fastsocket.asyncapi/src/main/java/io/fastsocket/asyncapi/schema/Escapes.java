package io.fastsocket.asyncapi.schema;

import java.nio.charset.StandardCharsets;

/** What stands behind backslashes in JSON's strings (RFC 8259, section 7). */
final class Escapes {

    private Escapes() {}

    /** The text that well-formed bytes between quotes mean. */
    static String replaced(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8));
            byte letter = bytes[at + 1];
            text.append(letter == 'u' ? code(bytes, at + 2) : meaning(letter));
            at += letter == 'u' ? 6 : 2;
            plain = at;
        }
        return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8)).toString();
    }

    private static char meaning(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }

    private static char code(byte[] bytes, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            code = 16 * code + Character.digit(bytes[i], 16);
        }
        return (char) code;
    }
}
