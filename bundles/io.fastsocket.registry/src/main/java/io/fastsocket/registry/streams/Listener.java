package io.fastsocket.registry.streams;

import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.concurrent.atomic.AtomicLong;

/** One subscriber of a stream, and what it has asked for. */
final class Listener implements Subscription {

    private final StreamInput input;
    private final Subscriber<? super Object> subscriber;
    private final AtomicLong requested = new AtomicLong();

    /** The stream's thread only. */
    private long brought;

    private volatile boolean cancelled;

    Listener(StreamInput input, Subscriber<? super Object> subscriber) {
        this.input = input;
        this.subscriber = subscriber;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Whether it may be given an element, or has gone. */
    boolean ready() {
        return cancelled || brought < requested.get();
    }

    void next(Object element) {
        if (!cancelled) {
            brought++;
            subscriber.onNext(element);
        }
    }

    void complete() {
        if (!cancelled) {
            subscriber.onComplete();
        }
    }

    @Override
    public void request(long more) {
        if (more <= 0) {
            cancel();
            subscriber.onError(
                    new IllegalArgumentException("§3.9: " + more + " elements requested"));
            return;
        }
        requested.accumulateAndGet(more, (has, n) -> has + n < 0 ? Long.MAX_VALUE : has + n);
        input.wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        input.remove(this);
    }
}
