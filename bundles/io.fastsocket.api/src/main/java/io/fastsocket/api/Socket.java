package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Duration;
import java.util.Set;

/**
 * One client in one namespace, as in Socket.IO; a client that has joined several namespaces is
 * several sockets on one connection.
 *
 * <p>What a handler gets is a view that belongs to its plugin's revision: it may be kept while the
 * plugin is active and compares equal to other views of the same socket. Usable from any thread.
 */
@ProviderType
public interface Socket extends Emitter {

    /**
     * The socket's id, which is also the name of its own room. The client knows it as {@code
     * socket.id}.
     *
     * @return unique in the server, unguessable
     */
    String id();

    /**
     * The namespace it is in.
     *
     * @return its name, beginning with a slash
     */
    String namespace();

    /**
     * What the client said when it connected.
     *
     * @return the handshake
     */
    Handshake handshake();

    /**
     * Whether the client is in the namespace now.
     *
     * @return false before admission and after the end
     */
    boolean connected();

    /**
     * Whether the client had lost its connection and has got everything back: the socket's id, its
     * rooms, its data, and each event that it missed (connection state recovery, which the server's
     * configuration has to allow). To be asked from {@link OnConnect} on; {@link OnHandshake}
     * methods are called for such a client as for any other.
     *
     * @return false for a client that begins anew
     */
    default boolean recovered() {
        return false;
    }

    /**
     * The rooms it is in, its own among them.
     *
     * @return a snapshot
     */
    Set<String> rooms();

    /**
     * Joins rooms; those it is in already are left as they are.
     *
     * @param rooms names of rooms
     * @throws EventException {@link ErrorCode#TOO_MANY_ROOMS} if the client is in as many as it may
     *     be; rooms before that one have been joined
     */
    void join(String... rooms);

    /**
     * Leaves rooms; those it is not in are ignored.
     *
     * @param rooms names of rooms
     */
    void leave(String... rooms);

    /**
     * What plugins keep with this socket. It survives swaps of plugins and ends with the socket.
     *
     * @return the data, shared by all plugins
     */
    SocketData data();

    /**
     * The others in these rooms, without this socket.
     *
     * @param rooms names of rooms
     * @return the choice
     */
    BroadcastOperator to(String... rooms);

    /**
     * The others in the namespace, without this socket.
     *
     * @return the choice
     */
    BroadcastOperator broadcast();

    /**
     * This socket, with leave to drop what is emitted while the client is not ready to take it.
     *
     * @return an emitter to this socket
     */
    Emitter asVolatile();

    /**
     * This socket, for emits that the client answers: {@code socket.timeout(d).emitWithAck("ask",
     * q, Answer.class)}.
     *
     * @param limit how long to wait for the answer; positive
     * @return an emitter to this socket
     */
    TimedEmitter timeout(Duration limit);

    /**
     * Takes the client out of this namespace; its connection and other namespaces stay. The client
     * does not come back by itself.
     */
    void disconnect();

    /** Closes the client's connection, with all its namespaces. */
    void close();
}
