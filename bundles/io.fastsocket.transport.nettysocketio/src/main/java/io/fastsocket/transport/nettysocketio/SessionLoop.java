package io.fastsocket.transport.nettysocketio;

import io.fastsocket.transport.engineio.LoopQueue;
import io.netty.channel.EventLoop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One of the library's event loops with the sessions that live on it. What they have written is
 * flushed once a turn.
 */
final class SessionLoop extends LoopQueue {

    /** A loop that is late by more than so many milliseconds is thought to be held up. */
    private static final int HELD_UP = 1000;

    private final Set<Session> sessions = new HashSet<>();
    private final List<Session> unflushed = new ArrayList<>();
    private final long period;
    private long lastScan = Session.now();
    private boolean inTurn;

    SessionLoop(EventLoop loop, long scanPeriod) {
        super(loop);
        period = scanPeriod;
        loop.scheduleAtFixedRate(this::scan, scanPeriod, scanPeriod, TimeUnit.MILLISECONDS);
    }

    void add(Session session) {
        sessions.add(session);
    }

    void remove(Session session) {
        sessions.remove(session);
    }

    /** Has a session flushed at the end of this turn, or soon if none is under way. */
    void flushLater(Session session) {
        unflushed.add(session);
        if (!inTurn) {
            wake();
        }
    }

    @Override
    protected void beginTurn() {
        inTurn = true;
    }

    @Override
    protected void endTurn() {
        inTurn = false;
        // Flushing may close a session, whose receiver may send to others: the list may grow.
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    private void scan() {
        long now = Session.now();
        long late = now - lastScan - period;
        lastScan = now;
        // If the loop was held up, clients are not made to pay: their answers may lie unread.
        long grace = late > HELD_UP ? late : 0;
        for (Session session : List.copyOf(sessions)) {
            session.tick(now, grace);
        }
    }
}
