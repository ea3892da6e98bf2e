package io.fastsocket.benchmarks.load;

/** Takes what one client is sent; on its event loop. */
public interface Receiver {

    /**
     * A message came.
     *
     * @param b holds its text, during the call only
     * @param from where that begins
     * @param length of the text
     * @param nanos when it was read, as of {@link System#nanoTime}
     */
    void message(byte[] b, int from, int length, long nanos);

    /** All messages that one read brought have been passed on. */
    default void readComplete() {}

    /**
     * The connection has ended.
     *
     * @param reason what the server or the network said of it
     */
    default void closed(String reason) {}
}
