package io.fastsocket.benchmarks.server;

import java.io.IOException;

/** A server that can be started. */
public interface Server {

    /**
     * What options and results call it.
     *
     * @return one word
     */
    String id();

    /**
     * What people call it.
     *
     * @return its name and version
     */
    String name();

    /**
     * Whether it speaks WebSocket alone: it only sends back what it is sent.
     *
     * @return true if so
     */
    default boolean raw() {
        return false;
    }

    /**
     * Whether the run has failed if it makes a mistake.
     *
     * @return true for ours
     */
    default boolean ours() {
        return false;
    }

    /**
     * Whether it takes part only where it is named.
     *
     * @return true for what answers a question of its own
     */
    default boolean extra() {
        return false;
    }

    /**
     * Starts one, pinned to its core, and waits until it listens.
     *
     * @return the process
     * @throws IOException if it does not start
     * @throws InterruptedException if interrupted
     */
    ServerProcess start() throws IOException, InterruptedException;
}
