package io.fastsocket.transport.engineio;

/** An upgrade under way: the WebSocket that asked, and how far it has come. */
final class Upgrade {

    private final WebSocketLink candidate;
    private final long deadline;
    private boolean probed;

    /** Begins one that has so many milliseconds. */
    Upgrade(WebSocketLink candidate, int timeout) {
        this.candidate = candidate;
        deadline = LoopShard.now() + timeout;
    }

    WebSocketLink candidate() {
        return candidate;
    }

    /** The probe has been answered: the client is about to switch. */
    void answered() {
        probed = true;
    }

    /** Whether polls end at once, so that the client can go on. */
    boolean switching() {
        return probed;
    }

    boolean late(long now) {
        return now >= deadline;
    }
}
