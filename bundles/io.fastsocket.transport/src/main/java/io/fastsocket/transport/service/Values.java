package io.fastsocket.transport.service;

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
 *
 * @param pid the configuration's, which names its file
 * @param all by key
 */
public record Values(String pid, Map<String, ?> all) {

    /**
     * A text.
     *
     * @param key its key
     * @return empty if it is not set
     */
    public String text(String key) {
        Object value = all.get(key);
        return value == null ? "" : value.toString().strip();
    }

    /**
     * A number.
     *
     * @param key its key
     * @param least the lowest allowed
     * @param most the highest
     * @return from the one to the other
     * @throws IllegalArgumentException if it is none of these
     */
    public int number(String key, int least, int most) {
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

    /**
     * Yes or no.
     *
     * @param key its key
     * @return whether it is true
     * @throws IllegalArgumentException if it is neither true nor false
     */
    public boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(key, text(key), "true or false", null);
        };
    }

    /**
     * Several texts.
     *
     * @param key their key
     * @return those that are not empty, in lower case
     */
    public Set<String> list(String key) {
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

    /**
     * Says what is wrong.
     *
     * @param key whose value
     * @param value which is not allowed
     * @param allowed what is, in words
     * @param cause how that was found, or null
     * @return to be thrown
     */
    public IllegalArgumentException bad(String key, String value, String allowed, Throwable cause) {
        return new IllegalArgumentException(
                "etc/%s.cfg: %s = %s is not allowed; it must be %s"
                        .formatted(pid, key, value, allowed),
                cause);
    }
}
