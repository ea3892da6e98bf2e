package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The log from outside of Log4j. Any thread. */
public final class LogBackend {

    /** What the root logger is called. */
    public static final String ROOT = "ROOT";

    private static volatile Consumer<BiConsumer<String, String>> context;
    private static final AtomicInteger GENERATION = new AtomicInteger();
    private static volatile LoggerContext loggers;

    private LogBackend() {}

    /**
     * Says who tells the fields of a line.
     *
     * @param source called by each thread that logs; gives names and values for it. Null for nobody
     */
    public static void context(Consumer<BiConsumer<String, String>> source) {
        context = source;
    }

    static Consumer<BiConsumer<String, String>> context() {
        return context;
    }

    static void started(LoggerContext started) {
        loggers = started;
        GENERATION.incrementAndGet();
    }

    /**
     * Changes whenever the configuration has been read, which forgets levels that were given.
     *
     * @return a number
     */
    public static int generation() {
        return GENERATION.get();
    }

    /**
     * Lines that were dropped.
     *
     * @return how many since the start, where most were
     */
    public static long dropped() {
        return Totals.most(Totals::dropped);
    }

    /**
     * Lines that were folded.
     *
     * @return how many since the start, where most were
     */
    public static long folded() {
        return Totals.most(Totals::folded);
    }

    /**
     * The loggers that have a level of their own.
     *
     * @return level, in lower case, by name
     * @throws IllegalStateException if the configuration has no queue
     */
    public static SortedMap<String, String> levels() {
        SortedMap<String, String> levels = new TreeMap<>();
        configuration().getLoggers().forEach((name, logger) -> put(levels, name, logger));
        // A logger may be called so too: OSGi's without a name.
        put(levels, ROOT, configuration().getRootLogger());
        return levels;
    }

    private static void put(Map<String, String> levels, String name, LoggerConfig logger) {
        Level level = logger.getExplicitLevel();
        if (level != null && !name.isEmpty()) {
            levels.put(name, level.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Gives a logger a level until the configuration is read again.
     *
     * @param logger its name
     * @param level one that Log4j knows; null to have that of the logger above
     * @throws IllegalStateException if the configuration has no queue
     */
    public static void level(String logger, String level) {
        Configuration configuration = configuration();
        String name = logger.equals(ROOT) ? "" : logger;
        LoggerConfig existing = configuration.getLoggers().get(name);
        Level wanted = level == null ? null : Level.valueOf(level);
        if (existing != null) {
            existing.setLevel(wanted);
        } else if (wanted != null) {
            configuration.addLogger(name, new LoggerConfig(name, wanted, true));
        }
        loggers.updateLoggers();
        JulLevels.apply(configuration);
    }

    /**
     * Reads the configuration's file again, without losing a line.
     *
     * @throws IllegalStateException if the configuration has no queue
     */
    public static void reload() {
        configuration();
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        // Log4j looks for some of its plugins there.
        here.setContextClassLoader(LoggerContext.class.getClassLoader());
        try {
            loggers.reconfigure();
        } finally {
            here.setContextClassLoader(before);
        }
        JulLevels.apply(loggers.getConfiguration());
    }

    private static Configuration configuration() {
        LoggerContext now = loggers;
        if (now == null) {
            throw new IllegalStateException(
                    "etc/log4j2.properties has no appender of type Queue, through which levels are set");
        }
        return now.getConfiguration();
    }
}
