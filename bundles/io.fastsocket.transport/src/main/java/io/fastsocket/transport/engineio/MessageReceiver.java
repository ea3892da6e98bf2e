package io.fastsocket.transport.engineio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes the messages of one Engine.IO connection: the seam between Engine.IO and what is spoken
 * over it. Called on the connection's event loop only.
 */
public interface MessageReceiver {

    /**
     * A text. It is not checked to be UTF-8: whoever reads it does that, and closes with {@link
     * CloseCause#BAD_UTF8}.
     *
     * @param bytes holds it; not written to again, so it may be kept
     * @param from where it begins
     * @param to where it ends
     */
    void text(byte[] bytes, int from, int to);

    /**
     * A binary.
     *
     * @param bytes all of it, the receiver's own
     */
    void binary(byte[] bytes);

    /** What one read brought has been passed on. */
    void endOfBatch();

    /**
     * Some time has passed; a chance to look at deadlines.
     *
     * @param now milliseconds of a clock that never goes back
     */
    void tick(long now);

    /**
     * The server is about to stop: new requests are not to be begun.
     *
     * @return completes, on any thread, when those that were have been answered
     */
    default CompletionStage<Void> settle() {
        return CompletableFuture.completedFuture(null);
    }

    /** The connection is closed next by the server's stopping: a chance to say so. */
    default void goodbye() {}

    /**
     * The connection has ended; nothing follows.
     *
     * @param cause why
     */
    void closed(CloseCause cause);

    /** Makes the receiver of each new connection, on its event loop. */
    @FunctionalInterface
    interface Factory {

        /**
         * A connection has been opened.
         *
         * @param connection the connection
         * @return takes its messages
         */
        MessageReceiver opened(Connection connection);
    }
}
