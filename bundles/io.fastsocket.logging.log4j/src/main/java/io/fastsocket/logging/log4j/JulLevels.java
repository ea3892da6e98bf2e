package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.spi.StandardLevel;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the loggers of java.util.logging the levels of Log4j's, since those filter before anything
 * reaches Log4j. pax-logging does so at start only.
 */
final class JulLevels {

    /** The JDK forgets loggers that nobody holds, and their levels with them. */
    private static final List<Logger> HELD = new ArrayList<>();

    private JulLevels() {}

    static synchronized void apply(Configuration configuration) {
        HELD.forEach(logger -> logger.setLevel(null));
        HELD.clear();
        configuration
                .getLoggers()
                .forEach(
                        (name, config) -> {
                            Logger logger = Logger.getLogger(name);
                            logger.setLevel(level(config));
                            HELD.add(logger);
                        });
    }

    private static Level level(LoggerConfig config) {
        StandardLevel level = config.getLevel().getStandardLevel();
        return switch (level) {
            case OFF -> Level.OFF;
            case FATAL, ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
            case TRACE -> Level.FINEST;
            case ALL -> Level.ALL;
        };
    }
}
