package io.fastsocket.transport.service;

import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** An engine with its port open. */
public interface OpenEngine extends SocketTransport, LimitCatalog {

    /** Opens engines. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens one.
         *
         * @param address where; port 0 for any free one
         * @param values the configuration
         * @return with its port open
         * @throws IOException if the port cannot be opened; nothing is left behind
         * @throws IllegalArgumentException if the configuration is wrong, with all a user needs
         */
        OpenEngine open(InetSocketAddress address, Map<String, Object> values) throws IOException;
    }

    /**
     * Puts another configuration in force.
     *
     * @param values all of it
     * @throws IllegalArgumentException if it is wrong; then nothing changes
     */
    void configure(Map<String, Object> values);

    /**
     * Lets nothing new begin, and waits, within a limit, until the events in flight have been
     * answered.
     */
    void settle();

    /**
     * Whether clients are told not to come back when the server stops.
     *
     * @return as configured
     */
    boolean disconnectOnStop();

    /**
     * Ends the connections, once all that waits for them is sent, and waits until all threads have
     * ended.
     *
     * @param forGood whether clients are told not to come back by themselves
     */
    void close(boolean forGood);
}
