package io.fastsocket.registry.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;

/** The calls of one socket that run beside its queue, which only its end waits for. */
final class Unordered {

    private final Backlog backlog;
    private final Runnable whenAllEnded;
    private final AtomicBoolean awaited = new AtomicBoolean();

    /** The runnable is called when {@link #await} said that it would be. */
    Unordered(Backlog backlog, Runnable whenAllEnded) {
        this.backlog = backlog;
        this.whenAllEnded = whenAllEnded;
    }

    /**
     * Runs a call on a thread of its own. It must have been made with {@link #ended} for later, of
     * as many bytes.
     */
    void run(Call call, long bytes) {
        backlog.moveBeside(bytes);
        Thread.startVirtualThread(
                () -> {
                    call.watch();
                    if (call.run(Inside.ofThread())) {
                        ended(bytes);
                    }
                });
    }

    void ended(long bytes) {
        if (backlog.removeBeside(bytes) == 0 && awaited.compareAndSet(true, false)) {
            whenAllEnded.run();
        }
    }

    /** Whether some still run; then the queue is told when the last one has ended. */
    boolean await() {
        if (backlog.beside() == 0) {
            return false;
        }
        awaited.set(true);
        return backlog.beside() > 0 || !awaited.compareAndSet(true, false);
    }
}
