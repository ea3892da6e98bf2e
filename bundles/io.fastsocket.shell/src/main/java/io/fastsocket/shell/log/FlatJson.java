package io.fastsocket.shell.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A few fields of a line, found without a parser, which is several times faster: for JSON as the
 * shipped configuration writes it, flat, without blanks and with texts alone.
 */
final class FlatJson {

    private static final int ASCII = 0x80;

    private FlatJson() {}

    /**
     * The wanted fields of a line.
     *
     * @param block bytes, as a text of one byte a character
     * @return null if it takes a parser, such as when a wanted value has an escape in it
     */
    static Map<String, String> fields(String block, int start, int end, Set<String> wanted) {
        Map<String, String> fields = new HashMap<>();
        int at = start;
        char before = '{';
        while (block.charAt(at) == before && block.charAt(at + 1) == '"') {
            int nameEnd = block.indexOf('"', at + 2);
            if (nameEnd < 0 || !block.startsWith("\":\"", nameEnd)) {
                return null;
            }
            int valueEnd = textEnd(block, nameEnd + 3);
            if (valueEnd < 0 || valueEnd >= end - 1) {
                return null;
            }
            String name = block.substring(at + 2, nameEnd);
            if (wanted.contains(name)) {
                String value = block.substring(nameEnd + 3, valueEnd);
                if (!plain(value)) {
                    return null;
                }
                fields.put(name, value);
            }
            at = valueEnd + 1;
            before = ',';
        }
        return at == end - 1 && block.charAt(at) == '}' ? fields : null;
    }

    /** The quote that ends a text: the first one behind an even number of backslashes. */
    private static int textEnd(String block, int start) {
        int quote = block.indexOf('"', start);
        while (quote > start && block.charAt(quote - 1) == '\\') {
            int backslash = quote - 1;
            while (backslash >= start && block.charAt(backslash) == '\\') {
                backslash--;
            }
            if ((quote - backslash) % 2 != 0) {
                return quote;
            }
            quote = block.indexOf('"', quote + 1);
        }
        return quote;
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
