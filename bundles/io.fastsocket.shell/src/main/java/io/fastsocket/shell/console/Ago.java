package io.fastsocket.shell.console;

import java.time.Duration;
import java.time.Instant;

/** Durations as people say them: the two largest units. */
public final class Ago {

    private Ago() {}

    /**
     * How long ago something was.
     *
     * @param then when
     * @return such as {@code 3 min 5 s}
     */
    public static String since(Instant then) {
        return text(Duration.between(then, Instant.now()));
    }

    /**
     * A duration in its two largest units.
     *
     * @param duration at least zero
     * @return such as {@code 3 min 5 s}
     */
    public static String text(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return Math.max(0, duration.toSeconds()) + " s";
    }
}
