package io.fastsocket.transport.engineio;

/**
 * An upgrade under way: the WebSocket that asks to take a connection over from polling, and how far
 * it has come. On the connection's event loop only.
 */
final class Upgrade {

    private final EngineConnection connection;
    private final WebSocketLink candidate;
    private final long deadline;
    private boolean probed;

    Upgrade(EngineConnection connection, WebSocketLink candidate) {
        this.connection = connection;
        this.candidate = candidate;
        deadline = LoopShard.now() + connection.settings().upgradeTimeout();
    }

    /** The probe has been answered: the client is about to switch, so a waiting poll ends. */
    void answered() {
        probed = true;
        ((PollingLink) connection.link()).answerWithNoop();
    }

    /** Whether polls end at once, so that the client can go on. */
    boolean switching() {
        return probed;
    }

    boolean late(long now) {
        return now >= deadline;
    }

    /** The client has switched: the WebSocket carries the connection. */
    void done() {
        PollingLink last = (PollingLink) connection.link();
        connection.carriedBy(candidate);
        last.handOver(candidate);
        connection.flushLater();
    }

    /** The WebSocket has gone, did what it must not, or was too slow. */
    void failed() {
        connection.upgradeEnded(this);
        candidate.close(CloseCause.BAD_STATE);
    }
}
