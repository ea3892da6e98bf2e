package io.fastsocket.registry.streams;

import io.reactivex.rxjava3.core.Flowable;

import org.reactivestreams.Subscriber;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What a method takes: the elements of a queue, brought to all who have subscribed, at the pace of
 * the slowest, on one thread.
 */
final class StreamInput extends Flowable<Object> implements Runnable {

    private final ElementQueue queue;
    private final Executor thread;
    private final Runnable abandoned;
    private final Consumer<Throwable> broken;
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<Audience> audience = new AtomicReference<>(Audience.NOBODY);
    private volatile boolean open;
    private volatile boolean completed;

    /**
     * Waits to be opened.
     *
     * @param queue where elements come from
     * @param thread runs one task at a time
     * @param abandoned run on that thread once all subscribers are done or have gone by themselves
     * @param broken told on that thread what no operator may catch, such as a missing class
     */
    StreamInput(
            ElementQueue queue, Executor thread, Runnable abandoned, Consumer<Throwable> broken) {
        this.queue = queue;
        this.thread = thread;
        this.abandoned = abandoned;
        this.broken = broken;
    }

    /** Lets elements through to whoever has subscribed by now. */
    void open() {
        open = true;
        wake();
    }

    /** No more elements come: when those that wait are through, it completes. */
    void complete() {
        completed = true;
        wake();
    }

    /** Brings nothing to anybody any more. */
    void shut() {
        audience.updateAndGet(Audience::end);
    }

    boolean hasSubscribers() {
        return !audience.get().listeners().isEmpty();
    }

    /** There is something new. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            thread.execute(this);
        }
    }

    @Override
    public void run() {
        int seen = wakes.get();
        while (seen != 0) {
            if (open) {
                tryToBring();
            }
            seen = wakes.addAndGet(-seen);
        }
    }

    private void tryToBring() {
        try {
            bring();
        } catch (Throwable e) {
            shut();
            broken.accept(e);
        }
    }

    private void bring() {
        Audience to = audience.get();
        if (to.over()) {
            return;
        }
        while (to.ready()) {
            Object element = queue.poll();
            if (element == null) {
                break;
            }
            for (Listener listener : to.listeners()) {
                listener.next(element);
            }
            to = audience.get();
        }
        if (completed && queue.isEmpty()) {
            audience.getAndUpdate(Audience::end).listeners().forEach(Listener::complete);
            abandoned.run();
        } else if (to.listeners().isEmpty()) {
            abandoned.run();
        }
    }

    @Override
    protected void subscribeActual(Subscriber<? super Object> subscriber) {
        Listener listener = new Listener(this, subscriber);
        subscriber.onSubscribe(listener);
        if (audience.getAndUpdate(now -> now.plus(listener)).over()) {
            listener.complete();
        } else if (listener.cancelled()) {
            remove(listener);
        }
        wake();
    }

    void remove(Listener listener) {
        audience.updateAndGet(now -> now.minus(listener));
        wake();
    }
}
