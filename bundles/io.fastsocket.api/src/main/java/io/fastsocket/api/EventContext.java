package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;

/** One event that came from a client. Valid while it is being handled. */
@ProviderType
public interface EventContext {

    /**
     * The event's name.
     *
     * @return as the client sent it
     */
    String event();

    /**
     * Who sent it.
     *
     * @return the socket
     */
    Socket socket();

    /**
     * What was sent with it.
     *
     * @return a JSON array of all arguments
     */
    Json arguments();

    /**
     * Whether the client asked for an acknowledgement.
     *
     * @return true if it did
     */
    boolean ackWanted();

    /**
     * When the server read it.
     *
     * @return the server's time
     */
    Instant receivedAt();
}
