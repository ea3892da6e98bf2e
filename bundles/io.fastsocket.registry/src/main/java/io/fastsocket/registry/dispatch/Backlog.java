package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.transport.ClientSocket;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How much of one socket is not handled yet: items in its queue, and unordered calls beside it.
 * From the limit on its connection is not read, until half of that is left. Usable from any thread.
 */
final class Backlog {

    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger beside = new AtomicInteger();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final ClientSocket client;
    private final Supplier<Settings> settings;

    Backlog(ClientSocket client, Supplier<Settings> settings) {
        this.client = client;
        this.settings = settings;
    }

    int queued() {
        return queued.get();
    }

    int beside() {
        return beside.get();
    }

    /** Adds items; how many there were before. Zero: whoever asks has to see to the work. */
    int add(int items) {
        return queued.getAndAdd(items);
    }

    /** An item is finished; whether there are more. */
    boolean remove() {
        boolean more = queued.decrementAndGet() > 0;
        relieve();
        return more;
    }

    void addBeside() {
        beside.incrementAndGet();
    }

    /** A call beside the queue is finished; how many are left. */
    int removeBeside() {
        int left = beside.decrementAndGet();
        relieve();
        return left;
    }

    /** Pauses reading if it has become too much. Called by the engine's thread. */
    void press() {
        if (load() >= settings.get().queueLimit() && !paused.get()) {
            client.pauseReading();
            paused.set(true);
            // Those who took away meanwhile did not see the flag.
            relieve();
        }
    }

    private void relieve() {
        if (paused.get()
                && load() <= settings.get().queueLimit() / 2
                && paused.compareAndSet(true, false)) {
            client.resumeReading();
        }
    }

    private int load() {
        return queued.get() + beside.get();
    }
}
