package io.fastsocket.transport.engineio;

/**
 * What carries an Engine.IO connection at the moment: a WebSocket or polling. On the connection's
 * event loop only.
 */
interface Link {

    /** Engine.IO's name for it. */
    String name();

    /** Appends a message. */
    void message(Message message);

    /** Appends a message that others get too. */
    void shared(SharedMessage message);

    /** Appends a binary that belongs to no text. */
    void appendBinary(byte[] bytes);

    /** Appends a packet without a message, given as it is on the wire. */
    void packet(String ascii);

    /** Whether what is appended now would leave at once. */
    boolean ready();

    /** Bytes not yet taken by the network. */
    long waiting();

    /** Those of them that no other connection shares; rather too many than too few. */
    long own();

    /** Sends what was appended. */
    void flush();

    /** Reads on, or not. */
    void reading(boolean on);

    /**
     * Before its session is forgotten and it is closed: what cannot be sent now is left to be
     * fetched.
     */
    default void leaveLastWords(CloseCause cause) {}

    /** Sends what was appended, says goodbye, and ends. */
    void close(CloseCause cause);
}
