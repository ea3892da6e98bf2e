package io.fastsocket.registry.streams;

import io.reactivex.rxjava3.core.Flowable;

import org.reactivestreams.FlowAdapters;

import java.util.concurrent.Flow;

/** Brings those who have asked for a stream by hand to it. */
public final class Subscribers {

    private Subscribers() {}

    /**
     * Adds one.
     *
     * @param stream what a stream's method is given
     * @param subscriber who has asked
     * @param gone run once, when it has had all, or wants no more
     * @return null, as a method does that returns nothing
     */
    @SuppressWarnings("unchecked") // a method that takes no Flow.Publisher is given a Flowable
    public static Object add(
            Object stream, Flow.Subscriber<? super Object> subscriber, Runnable gone) {
        ((Flowable<Object>) stream)
                .doFinally(gone::run)
                .subscribe(FlowAdapters.toSubscriber(subscriber));
        return null;
    }
}
