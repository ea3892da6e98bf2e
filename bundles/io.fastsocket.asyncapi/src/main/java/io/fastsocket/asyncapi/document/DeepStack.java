package io.fastsocket.asyncapi.document;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Threads with a large stack: documents may be some hundred levels deep. */
public final class DeepStack {

    /** Each level costs a few calls. */
    private static final long SIZE = 64L << 20;

    private DeepStack() {}

    /**
     * Does something there, and waits for it.
     *
     * @param <T> of the outcome
     * @param work interrupted if the caller is
     * @return the outcome
     * @throws ExecutionException with what the work threw
     * @throws InterruptedException if nobody waits any more
     */
    public static <T> T call(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "fastsocket-asyncapi", SIZE);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }
}
