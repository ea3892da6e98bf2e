package io.fastsocket.spi.transport;

import org.osgi.annotation.versioning.ProviderType;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;

/**
 * An engine that speaks Socket.IO. A service for as long as its port is open; one at a time. The
 * service properties {@link #HOST}, {@link #PORT} and {@link #SECURE} say where, for those who do
 * not share this package. Usable from any thread.
 */
@ProviderType
public interface SocketTransport {

    /** Service property: the address bound, a string. */
    String HOST = "fastsocket.host";

    /** Service property: the port bound, an integer; never 0. */
    String PORT = "fastsocket.port";

    /** Service property: whether the port speaks TLS, a boolean; absent means that it does not. */
    String SECURE = "fastsocket.secure";

    /**
     * Which engine this is.
     *
     * @return such as {@code fastsocket}
     */
    String engine();

    /**
     * Where it listens.
     *
     * @return the address and port bound
     */
    InetSocketAddress address();

    /**
     * The path that clients connect to and load their script from, beginning and ending with a
     * slash.
     *
     * @return Socket.IO's default, unless the engine is configured otherwise
     */
    default String path() {
        return "/socket.io/";
    }

    /**
     * Whether the port speaks TLS.
     *
     * @return false unless the engine is configured so
     */
    default boolean secure() {
        return false;
    }

    /**
     * Connections open now.
     *
     * @return how many; each may carry several sockets
     */
    int connections();

    /**
     * The namespaces that anybody is in.
     *
     * @return a snapshot, sorted
     */
    SortedSet<String> namespaces();

    /**
     * The sockets in a namespace.
     *
     * @param namespace the namespace
     * @return a snapshot; empty if nobody is in it
     */
    Collection<ClientSocket> sockets(String namespace);

    /**
     * One socket.
     *
     * @param namespace the namespace
     * @param id the socket's id
     * @return the socket, or empty
     */
    Optional<ClientSocket> socket(String namespace, String id);

    /**
     * Sends an event to many; encoded once, the bytes shared. A socket gets it in order with what
     * the calling thread sent it before.
     *
     * @param broadcast what and to whom
     */
    void broadcast(Broadcast broadcast);

    /**
     * Ends a namespace that has lost its last handler: DISCONNECT to each of its sockets.
     *
     * @param namespace the namespace
     */
    void closeNamespace(String namespace);
}
