package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that events can be sent through: one socket, or a choice of many. Usable from any
 * thread.
 */
@ProviderType
public interface Emitter {

    /**
     * Sends an event. Arguments are encoded as JSON before this returns, so later changes to them
     * are not sent and no plugin object stays behind; {@code byte[]}, alone or inside a record,
     * goes out as a Socket.IO binary, and {@link Json} as it is. Events sent by one thread arrive
     * in the order sent.
     *
     * <p>Returns without waiting for the network. To a client that is gone nothing is sent, and
     * that is no error.
     *
     * @param event the event's name; not one of Socket.IO's own ({@code connect}, {@code
     *     connect_error}, {@code disconnect}, {@code disconnecting}, {@code newListener}, {@code
     *     removeListener})
     * @param arguments none, one or several; each may be null
     * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
     */
    void emit(String event, Object... arguments);
}
