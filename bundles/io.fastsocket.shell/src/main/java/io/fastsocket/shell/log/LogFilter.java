package io.fastsocket.shell.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which lines are wanted. Millions of lines are looked at, so most are turned away by their bytes
 * alone; only what may match is parsed, and then looked at in full. Any thread may use it.
 */
public final class LogFilter {

    private final Predicate<LogLine> wanted;
    private final Set<String> fields;
    private final LineHead head;
    private final List<String> needles;

    private LogFilter(
            Predicate<LogLine> wanted, Set<String> fields, LineHead head, List<String> needles) {
        this.wanted = wanted;
        this.fields = fields;
        this.head = head;
        this.needles = needles;
    }

    /** Whether a line is wanted. */
    boolean matches(LogLine line) {
        return wanted.test(line);
    }

    /** The fields that say so. */
    Set<String> fields() {
        return fields;
    }

    /** What the beginning of a line must be like. */
    LineHead head() {
        return head;
    }

    /** Texts in ASCII, all of which a line has in its bytes, the longest first. */
    List<String> needles() {
        return needles;
    }

    /** Collects what is wanted; all of it must be so. */
    static final class Builder {

        private Predicate<LogLine> wanted = line -> true;
        private final List<String> needles = new ArrayList<>();
        private final Set<String> fields = new HashSet<>();
        private LogLevel least;
        private String since = "";
        private String until = "";

        void level(LogLevel atLeast) {
            least = atLeast;
            and(
                    Set.of("level"),
                    line -> {
                        LogLevel level = LogLevel.of(line);
                        return level != null && level.compareTo(atLeast) >= 0;
                    });
        }

        /** From this time on, as lines write it. */
        void since(String timestamp) {
            since = timestamp;
            and(Set.of("timestamp"), line -> line.get("timestamp").compareTo(timestamp) >= 0);
        }

        /** Up to this time, as lines write it. */
        void until(String timestamp) {
            until = timestamp;
            and(Set.of("timestamp"), line -> line.get("timestamp").compareTo(timestamp) <= 0);
        }

        /** A field with this value. */
        void field(String name, String value) {
            needle(value);
            and(Set.of(name), line -> line.get(name).equals(value));
        }

        /** Something about some fields, in one of which this text occurs. */
        void text(String literal, Set<String> in, Predicate<LogLine> condition) {
            needle(literal);
            and(in, condition);
        }

        private void and(Set<String> about, Predicate<LogLine> condition) {
            fields.addAll(about);
            wanted = wanted.and(condition);
        }

        private void needle(String text) {
            String needle = Literals.unescaped(text);
            if (!needle.isEmpty()) {
                needles.add(needle);
            }
        }

        LogFilter build() {
            needles.sort((a, b) -> b.length() - a.length());
            return new LogFilter(
                    wanted,
                    Set.copyOf(fields),
                    new LineHead(least, since, until),
                    List.copyOf(needles));
        }
    }
}
