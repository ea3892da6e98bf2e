package io.fastsocket.shell.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the wanted lines in a stream. What is turned away costs one pass over its bytes: a block of
 * them becomes a text of one byte a character, in which the JVM finds a text or a line's end with
 * the processor's vector instructions. Not for use by several threads.
 */
final class LineScanner {

    private static final int BLOCK = 256 * 1024;

    /** What has no line break for so long is no log. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final LogFilter filter;
    private final Consumer<LogLine> found;
    private final String needle;
    private final List<String> otherNeedles;
    private byte[] buffer = new byte[BLOCK];
    private int filled;

    LineScanner(LogFilter filter, Consumer<LogLine> found) {
        this.filter = filter;
        this.found = found;
        List<String> needles = filter.needles();
        needle = needles.isEmpty() ? "" : needles.getFirst();
        otherNeedles = needles.isEmpty() ? List.of() : needles.subList(1, needles.size());
    }

    /**
     * Reads a block; an unfinished line at its end waits for the next one.
     *
     * @return whether there may be more; at the end of the stream there may be later
     */
    boolean read(InputStream in) throws IOException {
        int count = in.readNBytes(buffer, filled, buffer.length - filled);
        int end = filled + count;
        int lineEnd = end;
        while (lineEnd > filled && buffer[lineEnd - 1] != '\n') {
            lineEnd--;
        }
        boolean ended = end < buffer.length;
        if (lineEnd == filled) {
            filled = end;
            if (!ended) {
                grow();
            }
            return !ended;
        }
        scan(new String(buffer, 0, lineEnd, StandardCharsets.ISO_8859_1));
        System.arraycopy(buffer, lineEnd, buffer, 0, end - lineEnd);
        filled = end - lineEnd;
        return !ended;
    }

    private void grow() {
        if (buffer.length >= LONGEST) {
            filled = 0;
        } else {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    /** Bytes at the end that are no whole line yet. */
    int unfinished() {
        return filled;
    }

    /** Forgets an unfinished line. */
    void reset() {
        filled = 0;
    }

    private void scan(String block) {
        int start = 0;
        while (start < block.length()) {
            if (!needle.isEmpty()) {
                int hit = block.indexOf(needle, start);
                if (hit < 0) {
                    return;
                }
                start = Math.max(start, block.lastIndexOf('\n', hit) + 1);
            }
            int end = block.indexOf('\n', start);
            if (mayMatch(block, start, end)) {
                take(block, start, end);
            }
            start = end + 1;
        }
    }

    private boolean mayMatch(String block, int start, int end) {
        if (end == start || !filter.head().mayMatch(block, start)) {
            return false;
        }
        for (String other : otherNeedles) {
            if (block.indexOf(other, start, end) < 0) {
                return false;
            }
        }
        return true;
    }

    private void take(String block, int start, int end) {
        Map<String, String> fields = FlatJson.fields(block, start, end, filter.fields());
        LogLine glance =
                fields == null
                        ? LogLine.glance(buffer, start, end - start, filter.fields())
                        : LogLine.glance(fields);
        if (glance != null && filter.matches(glance)) {
            LogLine line = LogLine.parse(buffer, start, end - start);
            if (line != null) {
                found.accept(line);
            }
        }
    }
}
