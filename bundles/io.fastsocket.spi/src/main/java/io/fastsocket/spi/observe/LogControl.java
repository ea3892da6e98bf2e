package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/** Levels of loggers, and how the log keeps up. A service of the logging bundle; any thread. */
@ProviderType
public interface LogControl {

    /**
     * The loggers that have a level of their own.
     *
     * @return level by logger; the root is named {@code ROOT}
     */
    SortedMap<String, String> levels();

    /**
     * The loggers whose level is for a while.
     *
     * @return when each has the level of before again
     */
    SortedMap<String, Instant> temporary();

    /**
     * Gives a logger a level until it is given another, its time is over, the log's configuration
     * is read again, or the process ends.
     *
     * @param logger its name; {@code ROOT} for the root
     * @param level {@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error}, {@code
     *     off}, in any case; {@code inherit} takes the logger's own level away
     * @param time for how long; null for no limit
     * @throws IllegalArgumentException saying which levels there are
     */
    void level(String logger, String level, Duration time);

    /**
     * Lines that were left out because the log could not keep up or write.
     *
     * @return how many since the start
     */
    long dropped();

    /**
     * Lines that were folded into "repeated N times".
     *
     * @return how many since the start
     */
    long folded();
}
