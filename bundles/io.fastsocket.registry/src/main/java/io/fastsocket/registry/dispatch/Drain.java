package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.Overruns;
import io.fastsocket.registry.routing.HandlerService;

import java.util.Set;

/** One virtual thread's work on one queue, seen by the watchdog. */
final class Drain implements Runnable, Watchdog.Watched {

    private final SocketQueue queue;
    private final Watchdog watchdog;
    private volatile Call call;

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
        return finished;
    }

    @Override
    public Overruns busy(long nanoTime) {
        Call current = call;
        return current == null ? null : current.busy(nanoTime);
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
