package io.fastsocket.spi.cluster;

import io.fastsocket.spi.transport.Broadcast;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;
import java.util.Optional;

/**
 * Keeps events, and the sessions of clients that have lost their connection, so that a client that
 * is back soon gets what it has missed: Socket.IO's connection state recovery. A service; without
 * one an engine keeps them in its own memory.
 *
 * <p>Usable from any thread; none of the methods waits for anything, since event loops call them.
 * What is kept is bounded in time and size: what is too old or too much is forgotten, and {@link
 * #missed} then says that not all is there.
 */
@ConsumerType
public interface RecoveryStore {

    /**
     * Keeps an event. The caller lets no other event of its node come between this and sending it.
     *
     * @param event what is sent and to whom; a socket's id stands for what is sent to it alone
     * @return the event's offset, which goes out with it: letters, digits, {@code -} and {@code _}
     */
    String append(Broadcast event);

    /**
     * Where the events are now.
     *
     * @return the newest event's offset, or one that stands before the first
     */
    String position();

    /**
     * Keeps the session of a client that has lost its connection.
     *
     * @param session whose place another one of the same {@code pid} takes
     */
    void keep(RecoverySession session);

    /**
     * Takes a session out, so that nobody else gets it.
     *
     * @param namespace the namespace asked for
     * @param pid the secret that the client shows
     * @return the session, unless it is unknown or too old
     */
    Optional<RecoverySession> take(String namespace, String pid);

    /**
     * What the client of a session has missed.
     *
     * @param session taken before
     * @param offset of the last event that the client has got
     * @return the events for it since then, in order; empty if one of them may be forgotten, or the
     *     offset is not one of this session's
     */
    Optional<List<MissedEvent>> missed(RecoverySession session, String offset);
}
