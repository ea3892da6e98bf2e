package io.fastsocket.spi.transport;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * One client in one namespace, as its engine sees it. Made when the client asks for the namespace,
 * live once {@link io.fastsocket.spi.dispatch.EventDispatcher#connect} has admitted it. Usable from
 * any thread; none of the methods waits for the network or for another thread. What one thread
 * sends leaves in that order. To a socket that has ended nothing is sent, without an error.
 */
@ProviderType
public interface ClientSocket {

    /**
     * The socket's id.
     *
     * @return unique among all namespaces of this server; not the Engine.IO session id, which is a
     *     secret
     */
    String id();

    /**
     * The namespace.
     *
     * @return its name, beginning with a slash
     */
    String namespace();

    /**
     * The opening request.
     *
     * @return shared by the connection's sockets
     */
    HandshakeInfo handshake();

    /**
     * What the dispatcher keeps with the socket. If a client that had lost its connection gets its
     * state back, this is the same as before.
     *
     * @return by name; changed and read by any thread
     */
    ConcurrentMap<String, Payload> data();

    /**
     * Whether this is the socket of a client that had lost its connection and has got everything
     * back: id, rooms, data and each event that it missed.
     *
     * @return known once the client is in the namespace
     */
    default boolean recovered() {
        return false;
    }

    /**
     * Whether nobody is there, and an operator plays the client. What it sends is handled as ever,
     * and says nothing of what clients do: it is no drift of a contract.
     *
     * @return the same at any time
     */
    default boolean synthetic() {
        return false;
    }

    /**
     * How the client is connected now.
     *
     * @return {@code websocket} or {@code polling}
     */
    String transport();

    /**
     * Whether the client is in the namespace.
     *
     * @return false before admission and after the end
     */
    boolean connected();

    /**
     * Sends an EVENT.
     *
     * @param event the event's name as a JSON string, then its arguments
     * @param mayDrop whether it is volatile: left out while the client is not ready to take it
     */
    void emit(Payload event, boolean mayDrop);

    /**
     * Sends an EVENT that the client is to acknowledge; the answer comes by {@link
     * io.fastsocket.spi.dispatch.SocketReceiver#ack}.
     *
     * @param event as above
     * @param ackId not negative, chosen by the caller, unique within the socket
     */
    void emit(Payload event, long ackId);

    /**
     * Acknowledges an event of the client's.
     *
     * @param ackId the number that came with the event
     * @param arguments the answer
     */
    void ack(long ackId, Payload arguments);

    /**
     * The rooms it is in.
     *
     * @return a snapshot; its own id is among them. After the end, those it was in last
     */
    Set<String> rooms();

    /**
     * Enters a room; broadcasts that begin after this returns include it.
     *
     * @param room the room
     * @throws io.fastsocket.api.EventException {@link io.fastsocket.api.ErrorCode#TOO_MANY_ROOMS}
     *     if the connection is in as many as it may be
     */
    void join(String room);

    /**
     * Leaves a room; broadcasts that begin after this returns do not include it, unless it was its
     * own id.
     *
     * @param room the room
     */
    void leave(String room);

    /**
     * Ends the socket with a DISCONNECT packet.
     *
     * @param closeConnection whether the whole connection is closed instead
     */
    void disconnect(boolean closeConnection);

    /**
     * Asks for no more events for now: the connection is not read, and its heartbeat deadline
     * stands still, until each of its sockets that asked has called {@link #resumeReading}. Calls
     * do not nest. Events that were read already still arrive.
     */
    void pauseReading();

    /** Ends {@link #pauseReading}; without effect if it was not called. */
    void resumeReading();
}
