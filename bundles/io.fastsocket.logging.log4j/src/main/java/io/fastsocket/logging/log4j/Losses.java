package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts lines that are left out, until somebody says so in the log. Any thread may count. */
final class Losses {

    private static final Level[] LEVELS = {
        Level.FATAL, Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE
    };

    private final LongAdder[] counts = new LongAdder[LEVELS.length];
    private final AtomicLong since = new AtomicLong();

    Losses() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void count(Level level) {
        int i = 0;
        while (i < LEVELS.length - 1 && !level.isMoreSpecificThan(LEVELS[i])) {
            i++;
        }
        counts[i].increment();
        if (since.get() == 0) {
            since.compareAndSet(0, System.nanoTime() | 1);
        }
    }

    /** When the first of them was counted, by {@link System#nanoTime}; 0 if there are none. */
    long since() {
        return since.get();
    }

    /** Takes the counts, which start at zero again. For one thread. */
    Taken take() {
        long begin = since.getAndSet(0);
        long total = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            long count = counts[i].sumThenReset();
            total += count;
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ");
                text.append(String.format(Locale.ROOT, "%,d ", count));
                text.append(LEVELS[i].name().toLowerCase(Locale.ROOT));
            }
        }
        return new Taken(total, text.toString(), begin == 0 ? 0 : System.nanoTime() - begin);
    }

    /**
     * What was lost.
     *
     * @param total number of lines
     * @param byLevel such as {@code 12 warn, 3,400 info}
     * @param nanos since the first of them
     */
    record Taken(long total, String byLevel, long nanos) {

        /** Such as {@code 3,412 lines left out (12 warn, 3,400 info) in 2.1 s}. */
        String text(String what) {
            return String.format(
                    Locale.ROOT,
                    "%,d line%s %s (%s) in %.1f s",
                    total,
                    total == 1 ? "" : "s",
                    what,
                    byLevel,
                    nanos / 1e9);
        }
    }
}
