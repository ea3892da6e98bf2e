package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.HandlerService;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** One virtual thread's work on one queue, seen by the watchdog. */
final class Drain implements Runnable, Watchdog.Watched {

    /** After so long others get the carrier. */
    private static final long TURN_NANOS = 2_000_000;

    private final SocketQueue queue;
    private final Watchdog watchdog;
    private volatile Call call;

    /** When the turn's first call began, and when its last one ended; the thread's only. */
    private long began;

    private long ended;

    Drain(SocketQueue queue, Watchdog watchdog) {
        this.queue = queue;
        this.watchdog = watchdog;
    }

    @Override
    public void run() {
        watchdog.add(this);
        try {
            queue.drain(this);
        } finally {
            watchdog.remove(this);
        }
    }

    /** Whether the call is finished. */
    boolean run(Call next) {
        call = next;
        boolean finished = next.run(Inside.ofThread());
        call = null;
        if (finished && next.endedAt() != 0) {
            ended = next.endedAt();
            began = began == 0 ? ended - next.nanos() : began;
        }
        return finished;
    }

    /**
     * Between two items. Virtual threads are not time-sliced: a socket with much to do would keep
     * its carrier from the others for as long as that takes. It parks for the shortest time there
     * is, since a thread that yields goes to where its carrier looks first, and may be its next one
     * again and again.
     */
    void pause() {
        if (ended - began >= TURN_NANOS) {
            began = 0;
            ended = 0;
            LockSupport.parkNanos(1);
        }
    }

    @Override
    public void look(Round round) {
        Call current = call;
        if (current != null) {
            current.look(round);
        }
    }

    @Override
    public String cutOff(Set<HandlerService> services) {
        Call current = call;
        return current == null ? null : current.cutOff(services);
    }

    @Override
    public void check(long nanoTime) {
        Call current = call;
        if (current != null) {
            current.check(nanoTime);
        }
    }
}
