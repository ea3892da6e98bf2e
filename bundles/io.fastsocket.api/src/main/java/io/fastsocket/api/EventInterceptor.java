package io.fastsocket.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Stands before handlers, as {@code io.use} and {@code socket.use} do in Node: it lets pass or
 * refuses. An OSGi service; those of higher {@code service.ranking} are asked first. {@link
 * Namespace} limits it to one namespace, otherwise it stands before all.
 *
 * <p>Methods run on virtual threads, many at once; they may block.
 */
@ConsumerType
public interface EventInterceptor {

    /**
     * Called before {@link OnHandshake} methods.
     *
     * @param handshake what the client said
     * @param socket not connected yet; its data may be filled
     * @throws Exception to refuse; {@link EventException} as it stands, any other as {@link
     *     ErrorCode#INTERNAL}
     */
    default void onHandshake(Handshake handshake, Socket socket) throws Exception {}

    /**
     * Called before an event is bound and handled, in the socket's order.
     *
     * @param event the event
     * @throws Exception to refuse; the client gets the error as if the handler had thrown it
     */
    default void onEvent(EventContext event) throws Exception {}
}
