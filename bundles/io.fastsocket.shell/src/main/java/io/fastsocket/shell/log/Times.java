package io.fastsocket.shell.log;

import io.fastsocket.shell.console.CommandException;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and durations as people type them, and times as lines have them. */
public final class Times {

    /** How many characters a line's time has. */
    static final int LENGTH = "2026-11-24T06:49:15.123Z".length();

    private static final DateTimeFormatter IN_LINES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

    private Times() {}

    /** A time as lines have it. */
    static String inLines(Instant time) {
        return IN_LINES.format(time);
    }

    /** Some time, in a line, for people here; the text itself if it is none. */
    static String local(String inLine, DateTimeFormatter format) {
        try {
            return format.format(Instant.parse(inLine).atZone(ZoneId.systemDefault()));
        } catch (DateTimeException e) {
            return inLine;
        }
    }

    /**
     * A duration such as {@code 10m}.
     *
     * @param text what was typed
     * @param option what it was typed for
     * @return more than zero
     * @throws CommandException if it is none, saying how it should be
     */
    public static Duration duration(String text, String option) throws CommandException {
        Duration duration = durationOrNull(text);
        if (duration == null || duration.isZero()) {
            throw CommandException.usage(
                    option + " must be a number with s, m, h or d, such as 10m; it is " + text);
        }
        return duration;
    }

    private static Duration durationOrNull(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** A time: so long ago, a day, a time of today, or both with or without an offset. */
    static Instant time(String text, String option, Instant now) throws CommandException {
        Duration ago = durationOrNull(text);
        try {
            return ago == null ? parse(text.replace(' ', 'T'), now) : now.minus(ago);
        } catch (DateTimeException e) {
            throw CommandException.usage(
                    option
                            + " must be how long ago, such as 10m or 2h, or a time, such as 14:30 or"
                            + " 2026-01-31T14:30; it is "
                            + text);
        }
    }

    private static Instant parse(String text, Instant now) {
        ZoneId here = ZoneId.systemDefault();
        if (text.matches(".*T.*(Z|[+-][0-9:]+)")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        if (text.contains("T")) {
            return LocalDateTime.parse(text).atZone(here).toInstant();
        }
        return text.contains(":")
                ? LocalTime.parse(text)
                        .atDate(LocalDate.ofInstant(now, here))
                        .atZone(here)
                        .toInstant()
                : LocalDate.parse(text).atStartOfDay(here).toInstant();
    }
}
