package io.fastsocket.transport;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of a configuration as Config Admin gives them: numbers, or text from a file. What is not
 * allowed is said with the file, the key, the value and what is.
 */
record Values(Map<String, ?> all) {

    String text(String key) {
        Object value = all.get(key);
        return value == null ? "" : value.toString().strip();
    }

    int number(String key, int least, int most) {
        String text = text(key);
        try {
            long n = Long.parseLong(text);
            if (n >= least && n <= most) {
                return (int) n;
            }
        } catch (NumberFormatException e) {
            throw bad(key, text, "a whole number from " + least + " to " + most, e);
        }
        throw bad(key, text, "a whole number from " + least + " to " + most, null);
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(key, text(key), "true or false", null);
        };
    }

    /** Those that are not empty, in lower case. */
    Set<String> list(String key) {
        Object value = all.get(key);
        Stream<String> each =
                switch (value) {
                    case null -> Stream.of();
                    case String[] several -> Arrays.stream(several);
                    case Collection<?> several -> several.stream().map(String::valueOf);
                    default -> Arrays.stream(value.toString().split(",", -1));
                };
        return each.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static IllegalArgumentException bad(String key, String value, String allowed, Throwable cause) {
        return new IllegalArgumentException(
                "etc/%s.cfg: %s = %s is not allowed; it must be %s"
                        .formatted(Transport.PID, key, value, allowed),
                cause);
    }
}
