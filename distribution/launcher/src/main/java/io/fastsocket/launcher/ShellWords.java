package io.fastsocket.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the shell's, taken apart as {@code sh} does: words by spaces; quotes, single and
 * double, and a backslash for what is to be taken as it is. Nothing else has a meaning.
 *
 * @param words the words, without their quotes
 * @param start where the last word begins in the line; the line's length if none has begun
 * @param open the quote that has not ended, or a backslash at the end of the line; 0 if there is
 *     none
 */
record ShellWords(List<String> words, int start, char open) {

    static ShellWords of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        int start = line.length();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                    start = line.length();
                }
                continue;
            }
            if (word == null) {
                word = new StringBuilder();
                start = i;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && escapes(quote, line, i)) {
                if (++i == line.length()) {
                    quote = '\\';
                } else {
                    word.append(line.charAt(i));
                }
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return new ShellWords(words, start, quote);
    }

    /**
     * In single quotes a backslash is one; in double quotes it is, unless before a quote or one.
     */
    private static boolean escapes(char quote, String line, int at) {
        if (quote == '"') {
            return at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
        }
        return quote == 0;
    }

    /** A word as it has to be typed. */
    static String quoted(String word) {
        if (word.isEmpty() || !word.matches("[\\w./:@%+,=~-]+")) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
        return word;
    }
}
