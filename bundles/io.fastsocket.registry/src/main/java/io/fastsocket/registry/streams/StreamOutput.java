package io.fastsocket.registry.streams;

import io.reactivex.rxjava3.core.FlowableSubscriber;

import org.reactivestreams.Subscription;

/** Sends what a stream returns, on a virtual thread that is held up while clients are slow. */
final class StreamOutput implements FlowableSubscriber<Object> {

    private final StreamSender sender;
    private final StreamRun run;
    private final StreamFigures figures;
    private final Attempt attempt;
    private volatile Subscription subscription;

    StreamOutput(StreamSender sender, StreamRun run, Attempt attempt) {
        this.sender = sender;
        this.run = run;
        this.figures = run.figures();
        this.attempt = attempt;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object element) {
        try {
            Hops.set(run);
            sender.send(element);
            figures.emitted();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            figures.unsent(e);
        }
    }

    @Override
    public void onError(Throwable error) {
        attempt.failed(error);
    }

    @Override
    public void onComplete() {
        attempt.ended();
    }

    void cancel() {
        Subscription last = subscription;
        if (last != null) {
            last.cancel();
        }
    }
}
