package io.fastsocket.registry.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Queues that stand still because what they need is away. Bounded by the number of events that wait
 * in all of them together. Entered only while something is parked, so a lock does no harm.
 */
public final class Parking {

    private final IntSupplier limit;
    private final Map<Waiting, Integer> waiting = new HashMap<>();
    private int total;

    Parking(IntSupplier limit) {
        this.limit = limit;
    }

    /** A queue that stands still. */
    public interface Waiting {

        /** Looks again, on another thread. */
        void retry();
    }

    /**
     * Takes a queue in.
     *
     * @param queue the queue
     * @param events how many events it holds
     * @return false if there is no room; the queue must go on then
     */
    public synchronized boolean enter(Waiting queue, int events) {
        if (total + events > limit.getAsInt()) {
            return false;
        }
        total += events;
        waiting.put(queue, events);
        return true;
    }

    /**
     * Takes a queue out, because it saw in time that it need not wait.
     *
     * @param queue the queue
     * @return false if it has been told to retry already
     */
    public synchronized boolean leave(Waiting queue) {
        Integer events = waiting.remove(queue);
        total -= events == null ? 0 : events;
        return events != null;
    }

    /**
     * A queue that may be standing still has grown. Past the limit it is told to retry, and will
     * find no room.
     *
     * @param queue the queue
     * @param events how many events have come
     */
    public void grown(Waiting queue, int events) {
        boolean over;
        synchronized (this) {
            Integer before = waiting.get(queue);
            if (before == null) {
                return;
            }
            total += events;
            waiting.put(queue, before + events);
            over = total > limit.getAsInt();
        }
        if (over && leave(queue)) {
            queue.retry();
        }
    }

    /** How many events wait. */
    public synchronized int events() {
        return total;
    }

    /** Lets all look again. */
    void wake() {
        List<Waiting> all;
        synchronized (this) {
            all = List.copyOf(waiting.keySet());
            waiting.clear();
            total = 0;
        }
        all.forEach(Waiting::retry);
    }
}
