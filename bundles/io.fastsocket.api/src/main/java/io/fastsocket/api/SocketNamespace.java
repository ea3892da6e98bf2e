package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Optional;

/** One namespace of the server: all its sockets, as a choice to emit to and to look through. */
@ProviderType
public interface SocketNamespace extends BroadcastOperator {

    /**
     * The namespace's name.
     *
     * @return beginning with a slash
     */
    String name();

    /**
     * One socket.
     *
     * @param id its id
     * @return the socket, or empty if none of that id is connected here
     */
    Optional<Socket> socket(String id);
}
