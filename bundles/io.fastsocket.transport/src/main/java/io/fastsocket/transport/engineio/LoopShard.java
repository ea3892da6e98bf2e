package io.fastsocket.transport.engineio;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One event loop with all that lives on it: its connections, a queue by which other threads reach
 * them, and the turn, at whose end what was written is flushed once for each connection.
 *
 * <p>One queue for the whole loop, first in first out, so that whatever a thread sends to one
 * client or to many keeps its order, and a room joined is joined for every broadcast begun later.
 */
public final class LoopShard {

    private static final Logger LOG = LoggerFactory.getLogger(LoopShard.class);

    /** Operations taken from the queue before the loop looks at the network again. */
    private static final int BATCH = 4096;

    /**
     * Connections flushed before the loop looks at the network again, since each flush is a call of
     * the system: who is not in a large room that is sent something need not wait for all of it.
     */
    private static final int FLUSHES = 64;

    /** A loop that is late by more than so many milliseconds is thought to be held up. */
    static final int HELD_UP = 1000;

    private final EventLoop loop;
    private final Collection<LoopShard> all;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Runnable run = this::run;
    private final List<EngineConnection> unflushed = new ArrayList<>();
    private final Queue<EngineConnection> unflushedRest = new ArrayDeque<>();
    private final List<EngineConnection> connections = new ArrayList<>();
    private final Ids ids = new Ids();
    private final Unfinished unfinished;
    private final Unsent unsent;
    private boolean inTurn;
    private boolean draining;
    private boolean restScheduled;
    private long lastScan;
    private long scanPeriod;
    private ScheduledFuture<?> scans;

    /** One of a server's, all of which are in {@code all} once they are made. */
    LoopShard(
            EventLoop loop,
            Collection<LoopShard> all,
            long scanPeriod,
            MemoryBudget incoming,
            MemoryBudget outgoing) {
        this.loop = loop;
        this.all = all;
        unfinished = new Unfinished(incoming);
        unsent = new Unsent(outgoing);
        lastScan = now();
        scanEvery(scanPeriod);
    }

    /**
     * Looks at deadlines at least so often, in milliseconds. Never less often than before, since
     * connections keep the settings they were opened with.
     */
    void scanAtLeastEvery(long period) {
        loop.execute(
                () -> {
                    if (period < scanPeriod) {
                        scans.cancel(false);
                        scanEvery(period);
                    }
                });
    }

    private void scanEvery(long period) {
        scanPeriod = period;
        scans = loop.scheduleAtFixedRate(() -> scan(period), period, period, TimeUnit.MILLISECONDS);
    }

    /** Milliseconds of a clock that never goes back. */
    static long now() {
        return System.nanoTime() / 1_000_000;
    }

    EventLoop loop() {
        return loop;
    }

    Unfinished unfinished() {
        return unfinished;
    }

    Unsent unsent() {
        return unsent;
    }

    /**
     * New random ids; on the loop only.
     *
     * @return 20 characters of 120 random bits
     */
    public String newId() {
        return ids.next();
    }

    /**
     * Whether the caller is the loop.
     *
     * @return true on the loop's thread
     */
    public boolean inLoop() {
        return loop.inEventLoop();
    }

    /**
     * Runs something on the loop: at once if this is the loop, else after all that was handed over
     * before. Never waits.
     *
     * @param operation does not block
     */
    public void execute(Runnable operation) {
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
    public void enqueue(Runnable operation) {
        queue.add(operation);
        wake();
    }

    /** Carries out what has been handed over so far; on the loop only. */
    public void drain() {
        boolean outermost = !draining;
        draining = true;
        try {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                carryOut(next);
            }
        } finally {
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
    public void catchUp() {
        if (!draining && !queue.isEmpty()) {
            drain();
        }
    }

    void wake() {
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
        beginTurn();
        draining = true;
        try {
            for (int i = 0; i < BATCH; i++) {
                Runnable next = queue.poll();
                if (next == null) {
                    return;
                }
                carryOut(next);
            }
            wake();
        } finally {
            draining = false;
            endTurn();
        }
    }

    private static void carryOut(Runnable operation) {
        try {
            operation.run();
        } catch (RuntimeException e) {
            LOG.error("Operation on an event loop failed", e);
        }
    }

    void beginTurn() {
        inTurn = true;
    }

    void endTurn() {
        inTurn = false;
        // Flushing may close a connection, whose receiver may send to others: the list may grow.
        for (int i = 0; i < unflushed.size(); i++) {
            if (i < FLUSHES) {
                unflushed.get(i).flush();
            } else {
                unflushedRest.add(unflushed.get(i));
            }
        }
        unflushed.clear();
        unsent.relieve(all);
        if (!unflushedRest.isEmpty() && !restScheduled) {
            scheduleRest();
        }
    }

    /** After the loop's next look at the network: what is only executed would be run before it. */
    private void scheduleRest() {
        try {
            restScheduled = true;
            loop.schedule(this::flushRest, 1, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server has stopped; nothing more is sent", e);
        }
    }

    private void flushRest() {
        restScheduled = false;
        beginTurn();
        for (int i = 0; i < FLUSHES && !unflushedRest.isEmpty(); i++) {
            unflushedRest.remove().flush();
        }
        endTurn();
    }

    /** Has a connection flushed at the end of this turn, or soon if none is under way. */
    void flushLater(EngineConnection connection) {
        unflushed.add(connection);
        if (!inTurn) {
            wake();
        }
    }

    void add(EngineConnection connection) {
        connection.position(connections.size());
        connections.add(connection);
    }

    void remove(EngineConnection connection) {
        int position = connection.position();
        EngineConnection last = connections.remove(connections.size() - 1);
        if (last != connection) {
            connections.set(position, last);
            last.position(position);
        }
    }

    /**
     * Looks at every connection's deadlines. If the loop itself was held up, clients are not made
     * to pay: their answers may lie unread.
     */
    private void scan(long period) {
        long now = now();
        long late = now - lastScan - period;
        lastScan = now;
        long grace = late > HELD_UP ? late : 0;
        beginTurn();
        try {
            for (int i = connections.size() - 1; i >= 0; i--) {
                if (i < connections.size()) {
                    connections.get(i).scan(now, grace);
                }
            }
            unsent.recount();
        } catch (RuntimeException e) {
            LOG.error("Heartbeat scan failed", e);
        } finally {
            endTurn();
        }
    }
}
