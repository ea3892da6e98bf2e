package io.fastsocket.registry.streams;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;

import org.reactivestreams.FlowAdapters;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A stream from the call of its method to its error or end. */
final class Attempt {

    /** Elements that may wait to be sent; the stream's own back-pressure begins there. */
    private static final int PREFETCH = 256;

    private final StreamRun run;
    private final StreamMethod method;
    private final RevisionSchedulers schedulers;
    private final long began = System.nanoTime();
    private final StreamInput input;
    private final Composed composed = new Composed();
    private volatile StreamOutput output;
    private volatile Disposable effects;
    private volatile Throwable undelivered;

    Attempt(StreamRun run, RevisionSchedulers schedulers, Executor thread) {
        this.run = run;
        this.method = run.method();
        this.schedulers = schedulers;
        input = new StreamInput(run.intake().queue(), thread, this::abandoned, this::failed);
    }

    /** Calls the method and subscribes to what it returns. On the stream's thread. */
    void begin() throws Throwable {
        composed.during(this::call);
    }

    @SuppressWarnings("unchecked") // the compiler has seen the types where the method is declared
    private void call() throws Throwable {
        Object in = method.element().publisher() ? FlowAdapters.toFlowPublisher(input) : input;
        Object returned = method.call().with(in);
        StreamMethod.Output out = method.output();
        if (out.kind() == StreamMethod.Output.Kind.SUBSCRIBER) {
            input.open();
            return;
        }
        if (out.kind() == StreamMethod.Output.Kind.NOTHING) {
            if (!input.hasSubscribers()) {
                throw new IllegalStateException(
                        "has not subscribed to its stream; subscribe in the method, or return a"
                                + " Completable");
            }
        } else if (returned == null) {
            throw new IllegalStateException("returned null, not a stream");
        } else if (out.kind() == StreamMethod.Output.Kind.COMPLETABLE) {
            effects = ((Completable) returned).subscribe(this::ended, this::failed);
        } else {
            send(
                    out.publisher()
                            ? Flowable.fromPublisher(
                                    FlowAdapters.toPublisher((Flow.Publisher<Object>) returned))
                            : (Flowable<Object>) returned);
        }
        input.open();
    }

    private void send(Flowable<Object> events) {
        StreamMethod.Output out = method.output();
        StreamSender sender =
                out.kind() == StreamMethod.Output.Kind.EMISSIONS
                        ? StreamSender.emissions(method.scope().server(), method.namespace())
                        : StreamSender.of(
                                method.scope().server(),
                                method.namespace(),
                                out.event(),
                                out.room());
        StreamOutput sending = new StreamOutput(sender, run, this);
        output = sending;
        events.observeOn(schedulers.sending(), true, PREFETCH).subscribe(sending);
    }

    /** For how long it has gone well, in nanoseconds. */
    long age() {
        return System.nanoTime() - began;
    }

    void wake() {
        input.wake();
    }

    void complete() {
        input.complete();
        composed.complete();
    }

    void cancel() {
        input.shut();
        StreamOutput sending = output;
        if (sending != null) {
            sending.cancel();
        }
        Disposable effect = effects;
        if (effect != null) {
            effect.dispose();
        }
    }

    /** An error of this stream reached nobody. On the stream's thread. */
    void undelivered(Throwable error) {
        undelivered = error;
    }

    void failed(Throwable error) {
        if (method.output().kind() == StreamMethod.Output.Kind.SUBSCRIBER) {
            cancel();
            run.ended(this);
        } else {
            run.failed(this, error);
        }
    }

    void ended() {
        run.ended(this);
    }

    /** Nobody takes elements any more; what is returned tells itself why. */
    private void abandoned() {
        if (method.output().kind() == StreamMethod.Output.Kind.SUBSCRIBER) {
            ended();
        } else if (method.output().kind() == StreamMethod.Output.Kind.NOTHING) {
            Throwable error = undelivered;
            if (error == null) {
                ended();
            } else {
                failed(error);
            }
        }
    }
}
