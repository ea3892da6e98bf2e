package io.fastsocket.transport.engineio;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.limits.LimitCounts;

/**
 * An Engine.IO connection as its {@link MessageReceiver} sees it. All methods but {@link
 * #handshake}, {@link #transport}, {@link #shard}, {@link #limits} and {@link #notices} on its
 * event loop only; from other threads by {@link LoopQueue#execute}.
 */
public interface Connection {

    /**
     * The opening request.
     *
     * @return the same each time
     */
    HandshakeInfo handshake();

    /**
     * What carries it now; from any thread.
     *
     * @return {@code websocket} or {@code polling}
     */
    String transport();

    /**
     * The connection's event loop.
     *
     * @return the same for the connection's life
     */
    LoopQueue shard();

    /**
     * How often limits were exceeded.
     *
     * @return shared by all connections
     */
    LimitCounts limits();

    /**
     * Where what clients do wrong is told.
     *
     * @return shared by all connections
     */
    Notices notices();

    /**
     * Sends a message; it leaves at the end of the turn.
     *
     * @param message the message
     */
    void send(Message message);

    /**
     * Sends a message that others get too.
     *
     * @param message stays the caller's
     */
    void send(SharedMessage message);

    /**
     * Sends a binary that belongs to no text.
     *
     * @param bytes not written to again
     */
    void sendBinary(byte[] bytes);

    /**
     * Whether what is sent now would leave at once.
     *
     * @return false if the client is slow, or polls and is just not asking
     */
    boolean ready();

    /**
     * Tells how much of a message that is not whole its receiver keeps. Closes the connection if
     * all clients together have too much of that.
     *
     * @param bytes all it keeps now; 0 once the message is whole
     */
    void kept(int bytes);

    /** Reads no more until {@link #resume}; the client's heartbeat deadline stands still. */
    void pause();

    /** Ends {@link #pause}. */
    void resume();

    /**
     * Closes the connection; {@link MessageReceiver#closed} is called before this returns.
     *
     * @param cause why
     */
    void close(CloseCause cause);
}
