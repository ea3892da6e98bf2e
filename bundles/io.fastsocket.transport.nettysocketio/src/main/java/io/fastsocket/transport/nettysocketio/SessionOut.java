package io.fastsocket.transport.nettysocketio;

import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Message;
import io.fastsocket.transport.engineio.SharedMessage;

/**
 * The way out of a session: its polls, and from its upgrade on its WebSocket. On the session's
 * event loop.
 */
final class SessionOut {

    private final Session session;
    private final SessionLoop loop;
    private final Polls polls;
    private final long limit;

    /** Read by any thread. */
    private volatile WebSocketOut webSocket;

    private boolean unflushed;

    /**
     * The way out by polling, at first.
     *
     * @param limit bytes that may wait; a client that lets more wait is closed
     */
    SessionOut(Session session, SessionLoop loop, Polls polls, long limit) {
        this.session = session;
        this.loop = loop;
        this.polls = polls;
        this.limit = limit;
    }

    /** The WebSocket in use, or null. */
    WebSocketOut webSocket() {
        return webSocket;
    }

    /** Goes out by a WebSocket from the beginning. */
    void begin(WebSocketOut first) {
        webSocket = first;
    }

    /** Goes out by a WebSocket from now on, what no poll has fetched first. */
    void upgrade(WebSocketOut next) {
        webSocket = next;
        polls.handOver(next);
        flushLater();
    }

    void message(Message message) {
        if (mayAppend()) {
            if (webSocket == null) {
                polls.message(message);
            } else {
                webSocket.message(message);
            }
            flushLater();
        }
    }

    void message(SharedMessage message) {
        if (webSocket == null) {
            message(message.message());
        } else if (mayAppend()) {
            webSocket.shared(message);
            flushLater();
        }
    }

    void binary(byte[] bytes) {
        if (mayAppend()) {
            if (webSocket == null) {
                polls.appendBinary(bytes);
            } else {
                webSocket.binary(bytes);
            }
            flushLater();
        }
    }

    void packet(String ascii) {
        if (mayAppend()) {
            if (webSocket == null) {
                polls.packet(ascii);
            } else {
                webSocket.packet(ascii);
            }
            flushLater();
        }
    }

    private boolean mayAppend() {
        if (session.closed()) {
            return false;
        }
        long waiting = webSocket == null ? polls.waiting() : webSocket.waiting();
        if (waiting <= limit) {
            return true;
        }
        // Not within whatever is being sent: what closing calls may send as well.
        loop.enqueue(() -> session.close(CloseCause.TOO_SLOW));
        return false;
    }

    private void flushLater() {
        if (!unflushed) {
            unflushed = true;
            loop.flushLater(session);
        }
    }

    void flush() {
        unflushed = false;
        if (webSocket != null) {
            webSocket.flush();
        } else if (!session.closed()) {
            polls.flush();
        }
    }

    boolean ready() {
        return !session.closed() && (webSocket == null ? polls.ready() : webSocket.ready());
    }

    /** The client is on its way out: its last poll is to end too. */
    void closedByClient() {
        if (webSocket == null) {
            polls.closedByClient();
        }
    }

    /** The session is about to end: what is not fetched may be asked for later. */
    void leaveLastWords(CloseCause cause) {
        if (webSocket == null) {
            polls.leaveLastWords(cause);
        }
    }

    /** The session has ended. */
    void close(CloseCause cause) {
        if (webSocket == null) {
            polls.close();
        } else {
            webSocket.close(cause);
        }
    }
}
