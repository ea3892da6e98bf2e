package io.fastsocket.transport.nettysocketio;

import java.util.concurrent.atomic.AtomicReference;

/** The WebSocket that is to take over from a session's polls, from when it asks until it has. */
final class Probe {

    private final AtomicReference<Gate> gate = new AtomicReference<>();
    private volatile long began;

    /** The session's event loop only. */
    private boolean answered;

    /** A WebSocket asks; false if another one does already. From any thread. */
    boolean begin(Gate asking) {
        if (!gate.compareAndSet(null, asking)) {
            return false;
        }
        began = Session.now();
        return true;
    }

    /** Whether this is the one. From any thread. */
    boolean is(Gate other) {
        return gate.get() == other;
    }

    /** Whether it has been told to go on. */
    boolean answered() {
        return answered;
    }

    void answer() {
        answered = true;
    }

    /** It has taken over, or the session has ended. */
    void done() {
        answered = false;
        gate.set(null);
    }

    /** Its connection has ended; false if this was not the one. */
    boolean gone(Gate ended) {
        boolean was = gate.compareAndSet(ended, null);
        answered &= !was;
        return was;
    }

    boolean isUnderWay() {
        return gate.get() != null;
    }

    /** Whether it has taken longer than so many milliseconds. */
    boolean isLate(long now, long limit) {
        return isUnderWay() && now - began > limit;
    }

    /** Closes its connection, if there is one. */
    void close() {
        Gate asking = gate.get();
        if (asking != null) {
            asking.channel().close();
        }
    }
}
