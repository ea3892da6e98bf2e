package io.fastsocket.registry.demand;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * What one socket has asked for of one event: it is never sent more than its credits, and at most
 * one event waits for the next. Events and credits come from any threads; there is no lock.
 */
final class Demand {

    private final ClientSocket client;
    private final Terms terms;
    private final EventDemand event;
    private final BiConsumer<Duration, Runnable> later;
    private final AtomicInteger credits = new AtomicInteger();
    private final AtomicReference<Payload> kept = new AtomicReference<>();

    /** When the next may be sent at the earliest, of a sample. */
    private final AtomicLong earliest = new AtomicLong(System.nanoTime());

    private final AtomicBoolean timed = new AtomicBoolean();
    private volatile boolean over;

    /** One without credits as yet: they are given by {@link #request}. */
    Demand(
            ClientSocket client,
            Terms terms,
            EventDemand event,
            BiConsumer<Duration, Runnable> later) {
        this.client = client;
        this.terms = terms;
        this.event = event;
        this.later = later;
    }

    /** An event has come; whether whoever brings it is to send it. */
    boolean sends(Payload payload) {
        if (terms.policy() != Policy.SAMPLE && take()) {
            // What waits is older, and would come behind it.
            if (kept.getAndSet(null) != null) {
                event.dropped();
            }
            event.sent();
            return true;
        }
        if (terms.policy() == Policy.DROP) {
            event.dropped();
        } else {
            if (kept.getAndSet(payload) != null) {
                event.dropped();
            }
            settle();
        }
        return false;
    }

    /** The client asks for more; how many it has left when what waits has been sent. */
    int request(int more) {
        credits.updateAndGet(has -> Math.min(Terms.MOST_CREDITS, has + more));
        settle();
        return credits.get();
    }

    /** Nothing is kept any more. */
    void end() {
        over = true;
        kept.set(null);
    }

    int credits() {
        return credits.get();
    }

    boolean waiting() {
        return kept.get() != null;
    }

    private boolean take() {
        return credits.get() > 0 && credits.getAndUpdate(has -> has > 0 ? has - 1 : 0) > 0;
    }

    private void giveBack() {
        credits.incrementAndGet();
    }

    /** Sends what waits, if it may. Whoever has changed something looks again until it is so. */
    private void settle() {
        while (!over && kept.get() != null && mayGo() && take()) {
            Payload next = begin() ? kept.getAndSet(null) : null;
            if (next == null) {
                giveBack();
            } else {
                event.sent();
                client.emit(next, false);
            }
        }
        if (over) {
            kept.set(null);
        }
    }

    /** Whether it is time for the next; if not, it is looked at again then. */
    private boolean mayGo() {
        if (terms.policy() != Policy.SAMPLE) {
            return true;
        }
        long left = earliest.get() - System.nanoTime();
        if (left > 0 && timed.compareAndSet(false, true)) {
            later.accept(Duration.ofNanos(left), this::timeUp);
        }
        return left <= 0;
    }

    private void timeUp() {
        timed.set(false);
        settle();
    }

    /** Whether the next interval begins with this thread's event. */
    private boolean begin() {
        if (terms.policy() != Policy.SAMPLE) {
            return true;
        }
        long now = System.nanoTime();
        long from = earliest.get();
        return now - from >= 0 && earliest.compareAndSet(from, now + terms.sample().toNanos());
    }
}
