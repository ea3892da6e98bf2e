package io.fastsocket.contract;

import java.util.concurrent.atomic.AtomicInteger;

/** An object that knows how often it was encoded. */
public final class Counted {

    private final AtomicInteger times = new AtomicInteger();

    /** One that was not yet. */
    public Counted() {}

    /**
     * Its one property.
     *
     * @return always the same
     */
    public String getText() {
        times.incrementAndGet();
        return "text";
    }

    int times() {
        return times.get();
    }
}
