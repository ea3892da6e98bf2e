package io.fastsocket.registry.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Queues that stand still because what they need is away. Bounded by the number and the bytes of
 * the events that wait in all of them together. Entered only while something is parked, so a lock
 * does no harm.
 */
public final class Parking {

    private final Supplier<Settings> settings;
    private final Map<Waiting, Load> waiting = new HashMap<>();
    private Load total = Load.NONE;

    Parking(Supplier<Settings> settings) {
        this.settings = settings;
    }

    /**
     * Events of a queue.
     *
     * @param events how many
     * @param bytes what they hold
     */
    public record Load(int events, long bytes) {

        private static final Load NONE = new Load(0, 0);

        private Load plus(Load more) {
            return new Load(events + more.events, bytes + more.bytes);
        }

        private Load minus(Load less) {
            return new Load(events - less.events, bytes - less.bytes);
        }
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
     * @param load the events it holds
     * @return false if there is no room; the queue must go on then
     */
    public synchronized boolean enter(Waiting queue, Load load) {
        Load sum = total.plus(load);
        if (tooMuch(sum)) {
            return false;
        }
        total = sum;
        waiting.put(queue, load);
        return true;
    }

    /**
     * Takes a queue out, because it saw in time that it need not wait.
     *
     * @param queue the queue
     * @return false if it has been told to retry already
     */
    public synchronized boolean leave(Waiting queue) {
        Load load = waiting.remove(queue);
        if (load == null) {
            return false;
        }
        total = total.minus(load);
        return true;
    }

    /**
     * A queue that may be standing still has grown. Past the limit it is told to retry, and will
     * find no room.
     *
     * @param queue the queue
     * @param more the events that have come
     */
    public void grown(Waiting queue, Load more) {
        boolean over;
        synchronized (this) {
            Load before = waiting.get(queue);
            if (before == null) {
                return;
            }
            total = total.plus(more);
            waiting.put(queue, before.plus(more));
            over = tooMuch(total);
        }
        if (over && leave(queue)) {
            queue.retry();
        }
    }

    /** How many events wait. */
    public synchronized int events() {
        return total.events();
    }

    private boolean tooMuch(Load load) {
        Settings now = settings.get();
        return load.events() > now.parkLimit() || load.bytes() > now.parkBytes();
    }

    /** Lets all look again. */
    void wake() {
        List<Waiting> all;
        synchronized (this) {
            all = List.copyOf(waiting.keySet());
            waiting.clear();
            total = Load.NONE;
        }
        all.forEach(Waiting::retry);
    }
}
