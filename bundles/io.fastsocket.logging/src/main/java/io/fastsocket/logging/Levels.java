package io.fastsocket.logging;

import io.fastsocket.logging.log4j.LogBackend;
import io.fastsocket.spi.observe.LogControl;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives loggers levels, for a while if wanted. It is there as long as its bundle: if it came and
 * went with those who use it, the levels would too.
 */
@Component(immediate = true)
public final class Levels implements LogControl {

    private static final String INHERIT = "inherit";
    private static final List<String> LEVELS =
            List.of("trace", "debug", "info", "warn", "error", "off", INHERIT);

    private static final Logger LOG = LoggerFactory.getLogger(Levels.class);

    private final Map<String, Undo> undone = new HashMap<>();
    private ScheduledExecutorService timer;

    /** What a logger's level was before one that it has for a while; null if it had none. */
    private record Undo(String before, Instant end, Future<?> task, int generation) {}

    @Deactivate
    synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        for (String logger : List.copyOf(undone.keySet())) {
            undo(logger);
        }
    }

    @Override
    public SortedMap<String, String> levels() {
        return LogBackend.levels();
    }

    @Override
    public synchronized SortedMap<String, Instant> temporary() {
        SortedMap<String, Instant> ends = new TreeMap<>();
        undone.forEach(
                (logger, undo) -> {
                    if (undo.generation() == LogBackend.generation()) {
                        ends.put(logger, undo.end());
                    }
                });
        return ends;
    }

    @Override
    public synchronized void level(String logger, String level, Duration time) {
        String wanted = level.toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(wanted)) {
            throw new IllegalArgumentException(
                    level + " is no level; there are " + String.join(", ", LEVELS));
        }
        if (wanted.equals(INHERIT) && logger.equals(LogBackend.ROOT)) {
            throw new IllegalArgumentException("The root logger has nothing to inherit a level of");
        }
        String before = before(logger);
        LogBackend.level(logger, wanted.equals(INHERIT) ? null : wanted);
        if (time == null) {
            LOG.info("{} has level {}", logger, wanted);
        } else {
            LOG.info("{} has level {} for {} s", logger, wanted, time.toSeconds());
            Future<?> task =
                    timer().schedule(() -> end(logger), time.toMillis(), TimeUnit.MILLISECONDS);
            Instant end = Instant.now().plus(time);
            undone.put(logger, new Undo(before, end, task, LogBackend.generation()));
        }
    }

    /** The level that a logger has for no limited time; forgets when that was to come back. */
    private String before(String logger) {
        Undo pending = undone.remove(logger);
        if (pending == null || pending.generation() != LogBackend.generation()) {
            return LogBackend.levels().get(logger);
        }
        pending.task().cancel(false);
        return pending.before();
    }

    private ScheduledExecutorService timer() {
        if (timer == null) {
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("fastsocket-log-levels").daemon().factory());
        }
        return timer;
    }

    private synchronized void end(String logger) {
        if (undo(logger)) {
            LOG.info("{} has its level of before again", logger);
        }
    }

    private boolean undo(String logger) {
        Undo pending = undone.remove(logger);
        if (pending == null || pending.generation() != LogBackend.generation()) {
            return false;
        }
        LogBackend.level(logger, pending.before());
        return true;
    }

    @Override
    public long dropped() {
        return LogBackend.dropped();
    }

    @Override
    public long folded() {
        return LogBackend.folded();
    }
}
