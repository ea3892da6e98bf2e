package io.fastsocket.launcher;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work on a thread of its own, beside that of the start: what a start has to wait for takes longest
 * when it is done one after the other.
 */
final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins it. The thread is called {@code fastsocket-} and this name. */
    static <T> Beside<T> begin(String name, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("fastsocket-" + name).start(task);
        return new Beside<>(task);
    }

    /** What came of it, once it is done; throws what it threw. */
    T await() throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw (Error) e.getCause(); // a supplier throws nothing else
        }
    }
}
