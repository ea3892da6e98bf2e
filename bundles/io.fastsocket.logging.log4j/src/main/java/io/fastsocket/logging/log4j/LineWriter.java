package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes lines from a queue, folds them, and has them written; and says what was left out. */
final class LineWriter implements Runnable {

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    /** Losses are told when the overload is over, but no later than this. */
    private static final long TELL_WITHIN = TimeUnit.SECONDS.toNanos(10);

    /** After a line, more are likely: whoever logs them need not wake this thread. */
    private static final int NAPS = 20;

    private static final long NAP = TimeUnit.MILLISECONDS.toNanos(1);

    private final LineQueue queue;
    private final Pace pace;
    private final Destination destination;
    private final Losses overload;
    private final Losses paced;
    private final Totals totals;
    private final Folder folder = new Folder();
    private volatile long end;
    private volatile boolean ending;
    private int naps;
    private long nextLook = System.nanoTime();

    LineWriter(
            LineQueue queue,
            Pace pace,
            Destination destination,
            Losses overload,
            Losses paced,
            Totals totals) {
        this.queue = queue;
        this.pace = pace;
        this.destination = destination;
        this.overload = overload;
        this.paced = paced;
        this.totals = totals;
    }

    /** Has it end when the queue is empty, or after some nanoseconds. */
    void end(long within) {
        end = System.nanoTime() + within;
        ending = true;
    }

    @Override
    public void run() {
        LogEvent event = queue.poll();
        while (!ending || (event != null && System.nanoTime() - end < 0)) {
            if (event == null) {
                rest();
            } else {
                take(event);
                naps = NAPS;
            }
            look();
            event = queue.poll();
        }
        tell(true);
        destination.flush();
    }

    private void take(LogEvent event) {
        LogEvent written = folder.fold(event, System.nanoTime());
        if (written == null) {
            totals.folded().increment();
        } else {
            destination.write(written);
        }
    }

    private void rest() {
        destination.flush();
        if (naps > 0) {
            naps--;
            LockSupport.parkNanos(NAP);
        } else {
            boolean more = folder.busy() || overload.since() != 0 || paced.since() != 0;
            queue.await(more ? LOOK_EVERY : Long.MAX_VALUE);
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (now - nextLook >= 0) {
            nextLook = now + LOOK_EVERY;
            tell(false);
        }
    }

    private void tell(boolean all) {
        long now = System.nanoTime();
        for (LogEvent summary : folder.due(now, all)) {
            destination.write(summary);
        }
        if (due(overload, all || queue.calm())) {
            Losses.Taken lost = overload.take();
            totals.dropped().add(lost.total());
            String message = lost.text("left out") + ": more was logged than could be written";
            destination.write(Lines.own(Level.WARN, message, lost.total()));
        }
        if (due(paced, all)) {
            Losses.Taken lost = paced.take();
            String limit = String.format(Locale.ROOT, ": at most %,d a second", pace.perSecond());
            destination.write(Lines.own(Level.INFO, lost.text("not shown") + limit));
        }
    }

    private static boolean due(Losses losses, boolean now) {
        long since = losses.since();
        return since != 0 && (now || System.nanoTime() - since >= TELL_WITHIN);
    }
}
