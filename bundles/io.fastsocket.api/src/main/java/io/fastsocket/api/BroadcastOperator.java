package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Duration;
import java.util.Collection;

/**
 * A choice of sockets in one namespace, to emit to: {@code
 * server.of("/chat").to("lobby").except(id).emit("news", n)}; or to look through: {@code
 * server.of("/chat").to("lobby").sockets()}.
 *
 * <p>Immutable: each method returns a new choice. Every socket is in a room of its own id, so ids
 * may stand wherever rooms do. A socket in several of the rooms gets the event once.
 */
@ProviderType
public interface BroadcastOperator extends Emitter {

    /**
     * Adds rooms. Without any call of this, the choice is the whole namespace.
     *
     * @param rooms names of rooms, or ids of sockets
     * @return the wider choice
     */
    BroadcastOperator to(String... rooms);

    /**
     * Leaves out whoever is in these rooms.
     *
     * @param rooms names of rooms, or ids of sockets
     * @return the narrower choice
     */
    BroadcastOperator except(String... rooms);

    /**
     * Allows the event to be dropped for clients that are not ready to take it, such as a position
     * that the next one replaces.
     *
     * @return the same choice, volatile
     */
    BroadcastOperator asVolatile();

    /**
     * The chosen sockets that are connected to this server now. Looks at each socket of the
     * namespace, so its time grows with their number.
     *
     * @return a snapshot, in no order
     */
    Collection<Socket> sockets();

    /**
     * The chosen sockets, for emits that their clients answer: {@code
     * server.of("/chat").to("lobby").timeout(d).emitWithAck("ask", q, Answer.class)}.
     *
     * @param limit how long to wait for the answers; positive
     * @return an emitter to them
     */
    TimedBroadcast timeout(Duration limit);

    /**
     * Makes the chosen sockets join rooms, as {@link Socket#join} does.
     *
     * @param rooms names of rooms
     * @throws EventException {@link ErrorCode#TOO_MANY_ROOMS} if a client is in as many as it may
     *     be; all others have joined
     */
    default void socketsJoin(String... rooms) {
        EventException full = null;
        for (Socket socket : sockets()) {
            try {
                socket.join(rooms);
            } catch (EventException e) {
                full = e;
            }
        }
        if (full != null) {
            throw full;
        }
    }

    /**
     * Makes the chosen sockets leave rooms.
     *
     * @param rooms names of rooms
     */
    default void socketsLeave(String... rooms) {
        sockets().forEach(socket -> socket.leave(rooms));
    }

    /**
     * Takes the chosen sockets out of the namespace; their clients do not come back by themselves.
     *
     * @param closeConnections whether their connections are closed instead, with all namespaces
     */
    default void disconnectSockets(boolean closeConnections) {
        for (Socket socket : sockets()) {
            if (closeConnections) {
                socket.close();
            } else {
                socket.disconnect();
            }
        }
    }
}
