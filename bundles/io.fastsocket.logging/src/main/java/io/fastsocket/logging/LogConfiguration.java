package io.fastsocket.logging;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Log4j configuration in a properties file, checked for the mistakes that people make: Log4j
 * itself would quietly put a default in the place of a wrong level, and log nothing at all to an
 * appender whose name is mistyped.
 */
final class LogConfiguration {

    /** Log4j's own levels, from its {@code Level}. */
    private static final List<String> LEVELS =
            List.of("off", "fatal", "error", "warn", "info", "debug", "trace", "all");

    private static final Pattern REFERENCE = Pattern.compile(".*\\.appenderRef\\.[^.]+\\.ref");
    private static final Pattern APPENDER = Pattern.compile("appender\\.[^.]+\\.name");
    private static final Pattern LEVEL = Pattern.compile("(rootLogger|logger\\.[^.]+)(\\.level)?");

    private final Properties properties;

    private LogConfiguration(Properties properties) {
        this.properties = properties;
    }

    /**
     * Reads a file.
     *
     * @param file in UTF-8
     * @return what it says
     * @throws IOException if it cannot be read, or is no properties file
     */
    static LogConfiguration read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException("not a properties file: " + e.getMessage(), e);
        }
        return new LogConfiguration(properties);
    }

    /**
     * What is wrong with it.
     *
     * @return one line each, with key, value and what is allowed; empty if nothing was found
     */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> appenders =
                properties.stringPropertyNames().stream()
                        .filter(key -> APPENDER.matcher(key).matches())
                        .map(key -> properties.getProperty(key).strip())
                        .collect(Collectors.toCollection(TreeSet::new));
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(key).strip();
            Matcher level = LEVEL.matcher(key);
            if (level.matches()) {
                checkLevel(key, value, level.group(2) == null, mistakes);
            } else if (REFERENCE.matcher(key).matches() && !appenders.contains(value)) {
                mistakes.add(mistake(key, value, "the name of an appender: ", appenders));
            }
        }
        return List.copyOf(mistakes);
    }

    /** The short form has names of appenders after the level. */
    private static void checkLevel(
            String key, String value, boolean shortForm, List<String> mistakes) {
        String level = shortForm ? value.split(",", 2)[0].strip() : value;
        if (!level.contains("${") && !LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
            mistakes.add(mistake(key, value, "one of ", LEVELS));
        }
    }

    private static String mistake(String key, String value, String what, Iterable<String> allowed) {
        return key + " = " + value + ", but allowed is " + what + String.join(", ", allowed);
    }
}
