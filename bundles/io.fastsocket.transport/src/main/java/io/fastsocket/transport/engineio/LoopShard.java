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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One event loop with all that lives on it: its connections, the queue by which other threads reach
 * them, and the turn, at whose end what was written is flushed once for each connection.
 */
public final class LoopShard extends LoopQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LoopShard.class);

    /**
     * Connections flushed before the loop looks at the network again, since each flush is a call of
     * the system: who is not in a large room that is sent something need not wait for all of it.
     */
    private static final int FLUSHES = 64;

    /** A loop that is late by more than so many milliseconds is thought to be held up. */
    static final int HELD_UP = 1000;

    private final Collection<LoopShard> all;
    private final List<EngineConnection> unflushed = new ArrayList<>();
    private final Queue<EngineConnection> unflushedRest = new ArrayDeque<>();
    private final List<EngineConnection> connections = new ArrayList<>();
    private final Unfinished unfinished;
    private final Unsent unsent;
    private boolean inTurn;
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
        super(loop);
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
        loop().execute(
                        () -> {
                            if (period < scanPeriod) {
                                scans.cancel(false);
                                scanEvery(period);
                            }
                        });
    }

    private void scanEvery(long period) {
        scanPeriod = period;
        scans =
                loop().scheduleAtFixedRate(
                                () -> scan(period), period, period, TimeUnit.MILLISECONDS);
    }

    Unfinished unfinished() {
        return unfinished;
    }

    Unsent unsent() {
        return unsent;
    }

    @Override
    protected void beginTurn() {
        inTurn = true;
    }

    @Override
    protected void endTurn() {
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
            loop().schedule(this::flushRest, 1, TimeUnit.NANOSECONDS);
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
