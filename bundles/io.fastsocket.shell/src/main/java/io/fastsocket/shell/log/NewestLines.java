package io.fastsocket.shell.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The newest lines of those that come, in their order: so many at most, and so many bytes. */
final class NewestLines implements Consumer<LogLine> {

    /** What all lines together may take up. */
    static final long MOST_BYTES = 16 << 20;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final int most;
    private long bytes;
    private boolean cut;

    NewestLines(int most) {
        this.most = most;
    }

    @Override
    public void accept(LogLine line) {
        lines.addLast(line);
        bytes += line.size();
        while (lines.size() > most || tooLarge()) {
            bytes -= lines.removeFirst().size();
        }
    }

    /** Adds those of an older piece, as far as there is room. */
    void addOlder(NewestLines older) {
        cut |= older.cut;
        Iterator<LogLine> newestFirst = older.lines.descendingIterator();
        while (newestFirst.hasNext() && lines.size() < most && !cut) {
            LogLine line = newestFirst.next();
            lines.addFirst(line);
            bytes += line.size();
            if (tooLarge()) {
                bytes -= lines.removeFirst().size();
            }
        }
    }

    private boolean tooLarge() {
        boolean tooLarge = bytes > MOST_BYTES && lines.size() > 1;
        cut |= tooLarge;
        return tooLarge;
    }

    /** Whether no older line would be taken. */
    boolean full() {
        return cut || lines.size() >= most;
    }

    /** Whether there are fewer than wanted because they are so large. */
    boolean cut() {
        return cut && lines.size() < most;
    }

    List<LogLine> lines() {
        return List.copyOf(lines);
    }
}
