package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The server's side of Socket.IO, for what does not start with a client's event: timers, other
 * services, REST resources. An OSGi service ({@code @Reference SocketServer server}), and a
 * parameter of any handler method.
 *
 * <p>Each bundle gets its own instance, which ends with the bundle's revision. Usable from any
 * thread.
 */
@ProviderType
public interface SocketServer {

    /**
     * A namespace, whether or not a plugin handles it or a client is in it at the moment.
     *
     * @param namespace name, beginning with a slash
     * @return the namespace
     * @throws IllegalArgumentException if the name does not begin with a slash
     */
    SocketNamespace of(String namespace);
}
