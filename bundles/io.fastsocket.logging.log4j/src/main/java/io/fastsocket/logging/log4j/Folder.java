package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Folds equal warnings and errors: the first is written whole, the next few without the stack
 * trace, and of all others every ten seconds how many there were. Used by one thread.
 */
final class Folder {

    /** How many equal lines within a window are written. */
    static final int WRITTEN = 10;

    /** Time after which the folded ones are counted in the log, in nanoseconds. */
    static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    /** Time after which the stack trace of a flood that goes on is written again. */
    private static final long TRACE_AGAIN = TimeUnit.HOURS.toNanos(1);

    /** How many kinds are told apart; beyond it the one longest not seen is forgotten. */
    private static final int KINDS = 256;

    private final Map<Kind, Flood> floods = new LinkedHashMap<>(16, 0.75f, true);

    /** What is to be written for a line; null if it is folded. */
    LogEvent fold(LogEvent event, long now) {
        if (!event.getLevel().isMoreSpecificThan(Level.WARN)) {
            return event;
        }
        Kind kind = Kind.of(event);
        Flood flood = floods.get(kind);
        if (flood == null) {
            floods.put(kind, new Flood(event, now));
            return event;
        }
        if (!flood.writes(event, WRITTEN)) {
            return null;
        }
        return event.getThrown() == null ? event : Lines.withoutTrace(event);
    }

    /** Whether {@link #due} will have something to do. */
    boolean busy() {
        return !floods.isEmpty();
    }

    /** The lines for what was folded in windows that have ended; in all of them at the end. */
    List<LogEvent> due(long now, boolean end) {
        List<LogEvent> summaries = new ArrayList<>();
        Iterator<Flood> all = floods.values().iterator();
        while (all.hasNext()) {
            Flood flood = all.next();
            boolean tooMany = floods.size() > KINDS;
            if (end || tooMany || now - flood.windowBegan() >= WINDOW) {
                LogEvent summary = flood.summary(now);
                if (summary != null) {
                    summaries.add(summary);
                }
                if (tooMany || flood.over() || now - flood.began() >= TRACE_AGAIN) {
                    all.remove();
                } else {
                    flood.nextWindow(now, WRITTEN);
                }
            }
        }
        return summaries;
    }
}
