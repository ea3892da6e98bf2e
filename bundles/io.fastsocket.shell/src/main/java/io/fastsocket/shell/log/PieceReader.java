package io.fastsocket.shell.log;

import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads pieces of the log with a few threads, and hands on what each has brought, newest first. */
final class PieceReader {

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final LogFilter filter;
    private final Progress progress;
    private final Consumer<String> damaged;
    private volatile boolean over;

    /** Damaged is told the name of each file that is, and why; the progress is shown meanwhile. */
    PieceReader(LogFilter filter, Progress progress, Consumer<String> damaged) {
        this.filter = filter;
        this.progress = progress;
        this.damaged = damaged;
    }

    /** What one piece has brought, and what is wrong with it, or null. */
    private record Read<C>(C collected, String damage) {}

    /**
     * Reads as long as more is wanted.
     *
     * @param collectors makes what the lines of one piece go to
     * @param more is given them, newest first, on this thread, and says whether it wants more
     */
    <C extends Consumer<LogLine>> void read(
            List<LogPiece> pieces, Supplier<C> collectors, Predicate<C> more)
            throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().daemon().name("shell-log-", 0).factory());
        Deque<Future<Read<C>>> ahead = new ArrayDeque<>();
        Iterator<LogPiece> next = pieces.iterator();
        try {
            do {
                while (next.hasNext() && ahead.size() < 2 * THREADS) {
                    LogPiece piece = next.next();
                    ahead.add(threads.submit(() -> read(piece, collectors.get())));
                }
            } while (!ahead.isEmpty() && more.test(await(ahead.poll())));
        } finally {
            over = true;
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.SECONDS); // they hold files that are closed now
            progress.clear();
        }
    }

    private <C> C await(Future<Read<C>> future) throws InterruptedException {
        while (true) {
            try {
                Read<C> read = future.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (read.damage() != null) {
                    progress.clear();
                    damaged.accept(read.damage());
                }
                return read.collected();
            } catch (TimeoutException e) {
                progress.show();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private <C extends Consumer<LogLine>> Read<C> read(LogPiece piece, C collector) {
        LineScanner scanner = new LineScanner(filter, collector);
        try (InputStream in = piece.open()) {
            while (!over && scanner.read(in)) {
                // block by block
            }
            return new Read<>(collector, null);
        } catch (IOException e) {
            return new Read<>(
                    collector, piece.name() + " is read only in part: " + FileProblem.of(e));
        }
    }
}
