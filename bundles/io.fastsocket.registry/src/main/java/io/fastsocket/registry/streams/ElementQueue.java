package io.fastsocket.registry.streams;

import io.fastsocket.api.Overflow;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Elements that wait for a stream, bounded. Given by many threads, taken by one; without locks, but
 * for those who wait for room.
 */
final class ElementQueue {

    /** Enough for all who wait for room, and few enough that the semaphore can count it. */
    private static final int EVERYBODY = 1_000_000_000;

    /** What came of an element. */
    enum Outcome {
        /** It waits for the stream. */
        IN,
        /** There was no room, and nobody is to know. */
        DROPPED,
        /** There was no room, and whoever sent it is to know. */
        REFUSED,
        /** The stream takes nothing any more. */
        CLOSED
    }

    private final Queue<Object> queue = new ConcurrentLinkedQueue<>();
    private final LongAdder dropped = new LongAdder();
    private final Overflow overflow;
    private final boolean mayWait;
    private final int capacity;
    private final Semaphore room;
    private volatile boolean closed;

    /** Whoever may not wait has its elements dropped instead. */
    ElementQueue(Overflow overflow, int capacity, boolean mayWait) {
        this.overflow = overflow;
        this.capacity = overflow == Overflow.LATEST ? 1 : capacity;
        this.mayWait = mayWait;
        room = new Semaphore(this.capacity);
    }

    /** Adds an element; waits for room where that is what overflow means. */
    Outcome offer(Object element) throws InterruptedException {
        if (!room.tryAcquire()) {
            Outcome full = full();
            if (full != Outcome.IN) {
                return full;
            }
        }
        if (closed) {
            return Outcome.CLOSED;
        }
        queue.add(element);
        return Outcome.IN;
    }

    /** IN if there is room after all. */
    private Outcome full() throws InterruptedException {
        switch (overflow) {
            case DROP_OLDEST, LATEST -> makeRoom();
            case ERROR -> {
                dropped.increment();
                return Outcome.REFUSED;
            }
            case BUFFER -> {
                if (!mayWait) {
                    dropped.increment();
                    return Outcome.DROPPED;
                }
                room.acquire();
            }
        }
        return Outcome.IN;
    }

    private void makeRoom() {
        while (!room.tryAcquire()) {
            if (queue.poll() != null) {
                dropped.increment();
                return;
            }
            // Another thread has taken the room and is about to add, or has taken the element out.
            Thread.onSpinWait();
        }
    }

    /** The next element, or null. */
    Object poll() {
        Object element = queue.poll();
        if (element != null) {
            room.release();
        }
        return element;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** How many wait. */
    int size() {
        return Math.max(0, capacity - room.availablePermits());
    }

    int capacity() {
        return capacity;
    }

    /** How many were lost or refused for want of room. */
    long dropped() {
        return dropped.sum();
    }

    /** Takes nothing any more, and lets go whoever waits; returns how many elements are lost. */
    int close() {
        if (closed) {
            return 0;
        }
        closed = true;
        int lost = 0;
        while (queue.poll() != null) {
            lost++;
        }
        dropped.add(lost);
        room.release(EVERYBODY);
        return lost;
    }
}
