package io.fastsocket.spi.dispatch;

import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;

/**
 * One EVENT as decoded: name and arguments as ranges of bytes, so that a handler is found and
 * called without a string being made.
 *
 * @param name array that holds the event's name in UTF-8, JSON escapes resolved; not to be written
 *     to
 * @param nameOffset where the name begins
 * @param nameLength how many bytes it takes
 * @param arguments what comes after the name
 * @param ackId the number of the acknowledgement wanted, or {@link #NO_ACK}
 */
public record InboundEvent(
        byte[] name, int nameOffset, int nameLength, Payload arguments, long ackId) {

    /** The client wants no acknowledgement. */
    public static final long NO_ACK = -1;

    /**
     * The name as a string; made anew each time.
     *
     * @return the event's name
     */
    public String eventName() {
        return new String(name, nameOffset, nameLength, StandardCharsets.UTF_8);
    }

    /**
     * Whether the client wants an acknowledgement.
     *
     * @return true if it does
     */
    public boolean ackWanted() {
        return ackId != NO_ACK;
    }
}
