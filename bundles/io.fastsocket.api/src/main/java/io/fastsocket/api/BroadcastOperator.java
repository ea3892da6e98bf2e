package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

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
}
