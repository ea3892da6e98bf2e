package io.fastsocket.registry.routing;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads time limits as annotations write them. */
final class TimeLimit {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m)");

    private TimeLimit() {}

    /** Nanoseconds; 0 for an empty text. */
    static long nanos(String text) throws UnboundException {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new UnboundException(
                    "timeout \"" + text + "\" is no time; write it like 500ms, 5s or 1m");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> TimeUnit.MILLISECONDS.toNanos(count);
            case "s" -> TimeUnit.SECONDS.toNanos(count);
            default -> TimeUnit.MINUTES.toNanos(count);
        };
    }
}
