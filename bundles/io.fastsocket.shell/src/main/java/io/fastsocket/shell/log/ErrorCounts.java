package io.fastsocket.shell.log;

import io.fastsocket.shell.console.Style;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lines counted by level, plugin and kind. Not for use by several threads. */
public final class ErrorCounts implements Consumer<LogLine> {

    /** How many kinds are told apart; the others of a plugin are counted together. */
    private static final int MOST_KINDS = 1000;

    private static final Pattern REPEATED =
            Pattern.compile("^Repeated [0-9,]+ times in [0-9]+ s: ");

    /** References, numbers, and names of sockets: what differs in lines of one kind. */
    private static final Pattern VARIES =
            Pattern.compile("\\b(?=[\\w-]*[0-9])[\\w-]+(?:[.,:][0-9]+)*");

    private final Map<Key, Count> counts = new HashMap<>();

    private record Key(String level, String owner, String kind) {}

    /**
     * How often one kind came.
     *
     * @param level its level
     * @param owner a plugin, or a bundle
     * @param kind an exception's class, or a message without its numbers
     * @param times how often
     * @param timestamp of the newest line
     * @param message of the newest line
     */
    public record Count(
            String level, String owner, String kind, long times, String timestamp, String message) {

        /**
         * How the level is shown.
         *
         * @return a style
         */
        public Style style() {
            return level.isEmpty() ? Style.PLAIN : LogLevel.of(level.charAt(0)).style();
        }

        /**
         * When the newest line came.
         *
         * @return nothing if it does not say
         */
        public Optional<Instant> last() {
            try {
                return Optional.of(Instant.parse(timestamp));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void accept(LogLine line) {
        String message = REPEATED.matcher(line.get("message")).replaceFirst("");
        Count one =
                new Count(
                        line.get("level"),
                        line.owner(),
                        kind(line, message),
                        line.times(),
                        line.get("timestamp"),
                        message);
        add(one);
    }

    /** Adds those of older lines. */
    public void addOlder(ErrorCounts older) {
        older.counts.values().forEach(this::add);
    }

    private void add(Count more) {
        Key key = new Key(more.level(), more.owner(), more.kind());
        if (counts.size() >= MOST_KINDS && !counts.containsKey(key)) {
            key = new Key(more.level(), more.owner(), "others");
        }
        String kind = key.kind();
        counts.merge(
                key,
                new Count(
                        more.level(),
                        more.owner(),
                        kind,
                        more.times(),
                        more.timestamp(),
                        more.message()),
                (a, b) -> {
                    Count newer = a.timestamp().compareTo(b.timestamp()) > 0 ? a : b;
                    return new Count(
                            a.level(),
                            a.owner(),
                            kind,
                            a.times() + b.times(),
                            newer.timestamp(),
                            newer.message());
                });
    }

    private static String kind(LogLine line, String message) {
        String thrown = line.get("thrown");
        if (thrown.isEmpty()) {
            String first = message.lines().findFirst().orElse("");
            return VARIES.matcher(first).replaceAll("#");
        }
        String head = thrown.lines().findFirst().orElse("");
        int end = head.indexOf(':');
        String type = end < 0 ? head : head.substring(0, end);
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /**
     * Whether nothing was counted.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /**
     * The kinds.
     *
     * @return the most frequent first
     */
    public List<Count> most() {
        return counts.values().stream()
                .sorted(
                        Comparator.comparingLong(Count::times)
                                .reversed()
                                .thenComparing(Count::kind))
                .toList();
    }
}
