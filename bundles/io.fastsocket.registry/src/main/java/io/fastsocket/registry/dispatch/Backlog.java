package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How much of one socket is not handled yet: items in its queue, and unordered calls beside it.
 * From either limit on, of items or of bytes, its connection is not read, until half of that is
 * left. Bytes of one item alone do not count: its handler may be waiting for an answer of the
 * client. Usable from any thread.
 */
final class Backlog {

    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger beside = new AtomicInteger();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong besideBytes = new AtomicLong();
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

    long queuedBytes() {
        return queuedBytes.get();
    }

    /** What an item holds; arrays shared by several are left out of account. */
    static long bytes(Object item) {
        if (!(item instanceof InboundEvent event)) {
            return 0;
        }
        long bytes = (long) event.nameLength() + event.arguments().length();
        for (byte[] binary : event.arguments().attachments()) {
            bytes += binary.length;
        }
        return bytes;
    }

    int beside() {
        return beside.get();
    }

    /** Adds items; how many there were before. Zero: whoever asks has to see to the work. */
    int add(int items, long bytes) {
        queuedBytes.addAndGet(bytes);
        return queued.getAndAdd(items);
    }

    /** Adds the only item, without bytes, if there is none; else false. */
    boolean addFirst() {
        return queued.compareAndSet(0, 1);
    }

    /** An item is finished; whether there are more. */
    boolean remove(long bytes) {
        queuedBytes.addAndGet(-bytes);
        boolean more = queued.decrementAndGet() > 0;
        relieve();
        return more;
    }

    /**
     * An item of the queue runs beside it from now on; its bytes go with it, so that they are never
     * counted twice. Its place in the queue is left by {@link #remove} of no bytes.
     */
    void moveBeside(long bytes) {
        queuedBytes.addAndGet(-bytes);
        besideBytes.addAndGet(bytes);
        beside.incrementAndGet();
    }

    /** A call beside the queue is finished; how many are left. */
    int removeBeside(long bytes) {
        besideBytes.addAndGet(-bytes);
        int left = beside.decrementAndGet();
        relieve();
        return left;
    }

    /** Pauses reading if it has become too much. Called by the engine's thread. */
    void press() {
        if (!paused.get() && full()) {
            client.pauseReading();
            paused.set(true);
            // Those who took away meanwhile did not see the flag.
            relieve();
        }
    }

    private void relieve() {
        if (paused.get() && halfEmpty() && paused.compareAndSet(true, false)) {
            client.resumeReading();
        }
    }

    private boolean full() {
        Settings now = settings.get();
        int items = items();
        return items >= now.queueLimit() || (items > 1 && bytes() >= now.queueBytes());
    }

    private boolean halfEmpty() {
        Settings now = settings.get();
        int items = items();
        return items <= now.queueLimit() / 2 && (items <= 1 || bytes() <= now.queueBytes() / 2);
    }

    private int items() {
        return queued.get() + beside.get();
    }

    private long bytes() {
        return queuedBytes.get() + besideBytes.get();
    }
}
