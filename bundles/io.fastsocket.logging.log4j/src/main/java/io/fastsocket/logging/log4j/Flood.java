package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.core.LogEvent;

/** Lines of one {@link Kind}, as long as they keep coming. */
final class Flood {

    /** Holds no exception, since that would hold its plugin's classes. */
    private final LogEvent sample;

    private final long began;
    private long windowBegan;
    private long inWindow = 1;
    private long folded;
    private boolean folding;
    private String lastMessage;

    Flood(LogEvent first, long now) {
        sample = Lines.withoutTrace(first, first.getMessage().getFormattedMessage());
        began = now;
        windowBegan = now;
    }

    /** Whether one more of them is written, after that many in a window have been. */
    boolean writes(LogEvent event, int most) {
        inWindow++;
        if (!folding && inWindow <= most) {
            return true;
        }
        folding = true;
        folded++;
        lastMessage = event.getMessage().getFormattedMessage();
        return false;
    }

    long began() {
        return began;
    }

    long windowBegan() {
        return windowBegan;
    }

    /** Whether none has come since the window began. */
    boolean over() {
        return inWindow == 0;
    }

    /** A line for those that were folded, or null if none were. */
    LogEvent summary(long now) {
        if (folded == 0) {
            return null;
        }
        return Lines.repeated(sample, lastMessage, folded, now - windowBegan);
    }

    void nextWindow(long now, int most) {
        folding = folding && inWindow > most;
        windowBegan = now;
        inWindow = 0;
        folded = 0;
    }
}
