package io.fastsocket.launcher;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

import java.util.ArrayList;
import java.util.List;

/** Has JLine take lines apart as the shell does. */
final class ShellParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean completing = context == ParseContext.COMPLETE;
        ShellWords parsed = ShellWords.of(completing ? line.substring(0, cursor) : line);
        if (context == ParseContext.ACCEPT_LINE && parsed.open() != 0) {
            throw new EOFError(-1, -1, "a quote is open");
        }
        List<String> words = new ArrayList<>(parsed.words());
        if (completing && parsed.start() == cursor) {
            words.add("");
        }
        return new Line(line, cursor, words, Math.min(parsed.start(), cursor));
    }

    /**
     * A line as JLine sees it; its current word ends at the cursor.
     *
     * @param start where the current word begins
     */
    private record Line(String line, int cursor, List<String> words, int start)
            implements CompletingParsedLine {

        @Override
        public String word() {
            return words.isEmpty() ? "" : words.getLast();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return Math.max(0, words.size() - 1);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return ShellWords.quoted(candidate.toString());
        }

        @Override
        public int rawWordCursor() {
            return cursor - start;
        }

        @Override
        public int rawWordLength() {
            return cursor - start;
        }
    }
}
