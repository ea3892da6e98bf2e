package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Lines on their way from any thread to the one that writes them, bounded in number and in size.
 * Putting one in takes no lock and never waits. The fuller it is, the more a line must matter: past
 * half of it no debug line is taken, past three quarters no info line.
 */
final class LineQueue {

    private final ConcurrentLinkedQueue<LogEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicLong characters = new AtomicLong();
    private final int mostLines;
    private final long mostCharacters;
    private volatile Thread sleeper;

    LineQueue(int mostLines, long mostCharacters) {
        this.mostLines = mostLines;
        this.mostCharacters = mostCharacters;
    }

    /** What part of something bounded, in quarters, lines of a level may fill. */
    static int quarters(Level level) {
        if (level.isMoreSpecificThan(Level.WARN)) {
            return 4;
        }
        return level.isMoreSpecificThan(Level.INFO) ? 3 : 2;
    }

    /** Whether there is room for a line of this level. */
    boolean takes(Level level) {
        int quarters = quarters(level);
        return lines.get() < (long) mostLines * quarters / 4
                && characters.get() < mostCharacters * quarters / 4;
    }

    /** Adds a line; its message has been made already. */
    void add(LogEvent event) {
        lines.incrementAndGet();
        characters.addAndGet(size(event));
        events.add(event);
        Thread writer = sleeper;
        if (writer != null) {
            LockSupport.unpark(writer);
        }
    }

    /** The next line, or null. For the writer alone, like all below. */
    LogEvent poll() {
        LogEvent event = events.poll();
        if (event != null) {
            lines.decrementAndGet();
            characters.addAndGet(-size(event));
        }
        return event;
    }

    /** Whether there is so much room again that an overload is over. */
    boolean calm() {
        return lines.get() < mostLines / 4 && characters.get() < mostCharacters / 4;
    }

    /** Waits until there is a line, the time is over, or the writer is interrupted. */
    void await(long nanos) {
        sleeper = Thread.currentThread();
        if (events.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        sleeper = null;
    }

    private static long size(LogEvent event) {
        return event.getMessage().getFormattedMessage().length();
    }
}
