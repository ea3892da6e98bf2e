package io.fastsocket.shell.console;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a person sees while a command waits: after a second, a line that says for what, and for how
 * long. On a terminal alone, and gone when the waiting is over.
 */
public final class Progress {

    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private final String what;
    private final long began = System.nanoTime();
    private boolean shown;

    /**
     * Nothing is shown yet.
     *
     * @param console where the line is shown
     * @param what is waited for
     */
    public Progress(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    /** Shows the line, if it is time. To be called a few times a second. */
    public void show() {
        long passed = System.nanoTime() - began;
        if (console.watched() && passed > QUIET_NANOS) {
            console.err().print(CLEAR + what + " (" + Ago.text(Duration.ofNanos(passed)) + ")");
            console.err().flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    public void clear() {
        if (shown) {
            console.err().print(CLEAR);
            console.err().flush();
            shown = false;
        }
    }

    /**
     * Waits for something.
     *
     * @param <T> what it brings
     * @param stage what is waited for
     * @param limit for how long
     * @param console where the line is shown
     * @param what it is, for the line and for the message
     * @return what it brought
     * @throws CommandException if it failed, with its own message, or did not end in time
     * @throws InterruptedException if nobody waits any more
     */
    public static <T> T await(
            CompletionStage<T> stage, Duration limit, Console console, String what)
            throws CommandException, InterruptedException {
        Progress progress = new Progress(console, what);
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            while (System.nanoTime() - progress.began < limit.toNanos()) {
                try {
                    return future.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    progress.show();
                }
            }
            throw CommandException.failed(what + ": not done after " + Ago.text(limit));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw CommandException.failed(
                    cause.getMessage() == null ? cause.toString() : cause.getMessage());
        } finally {
            progress.clear();
        }
    }
}
