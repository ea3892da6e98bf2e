package io.fastsocket.transport.engineio;

import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One event loop, and a queue by which other threads reach what lives on it.
 *
 * <p>One queue for the whole loop, first in first out, so that whatever a thread sends to one
 * client or to many keeps its order, and a room joined is joined for every broadcast begun later.
 */
public class LoopQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LoopQueue.class);

    /** How long operations are carried out before the loop looks at the network again. */
    private static final long TURN_NANOS = 2_000_000;

    /** After so many of them the clock is looked at. */
    private static final int LOOK = 16;

    private static final long PAUSE_NANOS = 500_000;

    private final EventLoop loop;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Runnable run = this::run;
    private final LoopRoom room = new LoopRoom();
    private final Ids ids = new Ids();
    private boolean draining;

    /**
     * The queue of a loop.
     *
     * @param loop the loop
     */
    public LoopQueue(EventLoop loop) {
        this.loop = loop;
    }

    /** Milliseconds of a clock that never goes back. */
    static long now() {
        return System.nanoTime() / 1_000_000;
    }

    /**
     * The loop itself.
     *
     * @return always the same
     */
    public final EventLoop loop() {
        return loop;
    }

    /**
     * New random ids; on the loop only.
     *
     * @return 20 characters of 120 random bits
     */
    public final String newId() {
        return ids.next();
    }

    /**
     * Whether the caller is the loop.
     *
     * @return true on the loop's thread
     */
    public final boolean inLoop() {
        return loop.inEventLoop();
    }

    /**
     * Runs something on the loop: at once if this is the loop, else after all that was handed over
     * before. Never waits.
     *
     * @param operation does not block
     */
    public final void execute(Runnable operation) {
        if (inLoop()) {
            operation.run();
        } else {
            enqueue(operation);
        }
    }

    /**
     * Runs something on the loop, after all that was handed over before; not now, even if this is
     * the loop. Never waits.
     *
     * @param operation does not block
     */
    public final void enqueue(Runnable operation) {
        queue.add(operation);
        queued.incrementAndGet();
        wake();
    }

    /**
     * Holds up the caller while the loop has more to do than it gets through in a few milliseconds,
     * so that one who sends without end neither fills the memory nor has others wait behind it. One
     * that has sent little goes on, unless there are very many of them. Virtual threads only, and
     * those that have not been interrupted; all others go on at once.
     */
    public final void awaitRoom() {
        int waiting = queued.get();
        int most = room.operations();
        if (waiting < most || !Thread.currentThread().isVirtual()) {
            return;
        }
        if (waiting < most * Grace.TOGETHER && Grace.use()) {
            return;
        }
        while (queued.get() >= room.operations()
                && !Thread.currentThread().isInterrupted()
                && !loop.isShuttingDown()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Carries out what has been handed over so far; on the loop only. */
    public final void drain() {
        boolean outermost = !draining;
        draining = true;
        int done = 0;
        try {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                done++;
                carryOut(next);
            }
        } finally {
            queued.addAndGet(-done);
            if (outermost) {
                draining = false;
            }
        }
    }

    /**
     * Carries out what other threads have handed over, unless that is under way; on the loop only.
     * The answer that a handler gives here must not overtake the one that another thread gave to
     * the event before.
     */
    public final void catchUp() {
        if (!draining && !queue.isEmpty()) {
            drain();
        }
    }

    /** Has the loop take a turn soon. */
    protected final void wake() {
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            try {
                loop.execute(run);
            } catch (RejectedExecutionException e) {
                LOG.debug("The server has stopped; nothing more is sent", e);
            }
        }
    }

    private void run() {
        scheduled.set(false);
        long began = System.nanoTime();
        beginTurn();
        draining = true;
        int done = 0;
        try {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                carryOut(next);
                done++;
                if (done % LOOK == 0 && late(began)) {
                    wake();
                    return;
                }
            }
        } finally {
            queued.addAndGet(-done);
            draining = false;
            endTurn();
            room.learn(done, System.nanoTime() - began);
        }
    }

    private static boolean late(long began) {
        return System.nanoTime() - began > TURN_NANOS;
    }

    private static void carryOut(Runnable operation) {
        try {
            operation.run();
        } catch (RuntimeException e) {
            LOG.error("Operation on an event loop failed", e);
        }
    }

    /** Some operations are about to be carried out; on the loop. */
    protected void beginTurn() {}

    /** They have been: what they have written is to be sent; on the loop. */
    protected void endTurn() {}
}
