package io.fastsocket.shell.log;

import io.fastsocket.shell.console.Style;

/** How much a line matters; the later, the more. */
public enum LogLevel {
    /** For those who look for a mistake. */
    TRACE(Style.FAINT),
    /** For those who look for a mistake. */
    DEBUG(Style.FAINT),
    /** What happens. */
    INFO(Style.GOOD),
    /** Somebody should have a look. */
    WARN(Style.WARNING),
    /** Something is wrong. */
    ERROR(Style.BAD),
    /** Something is wrong, and cannot go on. */
    FATAL(Style.BAD);

    private static final LogLevel[] ALL = values();

    private final Style style;

    LogLevel(Style style) {
        this.style = style;
    }

    /** How its name is shown. */
    Style style() {
        return style;
    }

    /** The level with a name that begins so: no two begin alike. Null if there is none. */
    static LogLevel of(char initial) {
        for (LogLevel level : ALL) {
            if (level.name().charAt(0) == initial) {
                return level;
            }
        }
        return null;
    }

    /** The level of a line; null if it says none, or one of somebody's own. */
    static LogLevel of(LogLine line) {
        String name = line.get("level");
        LogLevel level = name.isEmpty() ? null : of(name.charAt(0));
        return level != null && level.name().equals(name) ? level : null;
    }
}
