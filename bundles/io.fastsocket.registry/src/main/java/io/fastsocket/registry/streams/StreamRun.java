package io.fastsocket.registry.streams;

import io.fastsocket.spi.observe.StreamState;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A stream while its component is in service: its attempts, one after the other, until it has ended
 * or is cut off. What changes its state is guarded by this object, and none of that waits.
 */
final class StreamRun {

    private final StreamMethod method;
    private final RevisionSchedulers schedulers;
    private final StreamFigures figures;
    private final StreamIntake intake;
    private final StreamLog log;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile Attempt attempt;
    private volatile StreamState state = StreamState.RUNNING;
    private volatile Throwable lastError;

    private Streaming streaming;
    private ExecutorService thread;
    private boolean ending;
    private Future<?> cutting;
    private Future<?> restarting;

    StreamRun(StreamMethod method, RevisionSchedulers schedulers) {
        this.method = method;
        this.schedulers = schedulers;
        figures = new StreamFigures(method);
        intake = new StreamIntake(method.options(), figures, this::wake);
        log = new StreamLog(method);
    }

    StreamMethod method() {
        return method;
    }

    /** How elements come into it. */
    StreamIntake intake() {
        return intake;
    }

    StreamFigures figures() {
        return figures;
    }

    /** An element waits. */
    private void wake() {
        Attempt now = attempt;
        if (now != null) {
            now.wake();
        }
    }

    /** Begins; again without effect. */
    synchronized void start(Streaming with) {
        if (streaming == null && !ending) {
            streaming = with;
            with.measure(this);
            thread = schedulers.streamThread(this);
            thread.execute(this::begin);
        }
    }

    /** On the stream's thread. */
    private void begin() {
        Attempt next;
        synchronized (this) {
            if (attempt != null || state == StreamState.ENDED) {
                return;
            }
            next = new Attempt(this, schedulers, thread);
            attempt = next;
            state = StreamState.RUNNING;
            if (ending) {
                next.complete();
            }
        }
        try {
            next.begin();
        } catch (Throwable e) {
            next.failed(e);
        }
    }

    void failed(Attempt failed, Throwable error) {
        Duration pause;
        synchronized (this) {
            if (failed != attempt) {
                return;
            }
            attempt = null;
            lastError = error;
            pause = backoff.next(failed.age());
            state = StreamState.RESTARTING;
        }
        failed.cancel();
        if (isEnding()) {
            log.failedAtTheEnd(error);
            finish(false);
        } else {
            log.failed(pause, error);
            Future<?> later = streaming.after(pause, () -> thread.execute(this::begin));
            synchronized (this) {
                restarting = later;
            }
        }
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    void ended(Attempt done) {
        synchronized (this) {
            if (done != attempt) {
                return;
            }
            attempt = null;
        }
        if (!isEnding() && method.output().kind() != StreamMethod.Output.Kind.SUBSCRIBER) {
            log.ended();
        }
        finish(false);
    }

    /** An error of this stream reached nobody. */
    void undelivered(Throwable error) {
        Attempt now = attempt;
        if (now != null) {
            now.undelivered(error);
        }
    }

    /**
     * No more elements come: it is completed, and cut off if it does not end in time.
     *
     * @return completes once it is over
     */
    CompletableFuture<Void> end() {
        boolean nothing;
        synchronized (this) {
            ending = true;
            nothing = streaming == null || state == StreamState.ENDED;
            if (nothing) {
                state = StreamState.ENDED;
            } else if (attempt == null) {
                thread.execute(this::begin);
            } else {
                attempt.complete();
            }
        }
        if (nothing) {
            intake.queue().close();
            over.complete(null);
        } else {
            cutLater();
        }
        return over;
    }

    private void cutLater() {
        // Cancelling runs code of the plugin's, which is not to hold up the clock.
        Future<?> later =
                streaming.after(streaming.limit(), () -> Thread.startVirtualThread(this::cut));
        synchronized (this) {
            cutting = later;
            if (state == StreamState.ENDED) {
                later.cancel(false);
            }
        }
    }

    private void cut() {
        Attempt last;
        synchronized (this) {
            if (over.isDone()) {
                return;
            }
            last = attempt;
            attempt = null;
        }
        if (last != null) {
            last.cancel();
        }
        log.cut(streaming.limit());
        finish(true);
    }

    private static void cancel(Future<?> later) {
        if (later != null) {
            later.cancel(false);
        }
    }

    private void finish(boolean interrupt) {
        int lost = intake.queue().close();
        streaming.forget(this);
        synchronized (this) {
            state = StreamState.ENDED;
            // What is still to come would hold the plugin until then.
            cancel(restarting);
            cancel(cutting);
            if (!ending) {
                thread.shutdown();
                return;
            }
        }
        if (lost > 0) {
            log.lost(lost);
        }
        if (interrupt) {
            thread.shutdownNow();
        } else {
            thread.shutdown();
        }
        // Whoever waits goes on with the next step of a swap: not on a thread of the plugin's.
        Thread.startVirtualThread(() -> over.complete(null));
    }

    StreamState state() {
        return state;
    }

    long restarts() {
        return backoff.count();
    }

    /** The last error; null if there was none. */
    Throwable lastError() {
        return lastError;
    }
}
