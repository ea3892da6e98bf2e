package io.fastsocket.spi.dispatch;

import io.fastsocket.spi.transport.Payload;

/** Whether a client may join a namespace. */
public sealed interface Admission {

    /**
     * It may. The engine sends CONNECT, then calls {@link SocketReceiver#connected()}; or, if the
     * client has left meanwhile, {@link SocketReceiver#disconnected} alone.
     *
     * @param receiver takes what the client sends
     */
    record Accepted(SocketReceiver receiver) implements Admission {}

    /**
     * It may not. The engine sends CONNECT_ERROR; the connection stays.
     *
     * @param error one JSON object with {@code message} and, unless the namespace does not exist,
     *     {@code data}
     */
    record Refused(Payload error) implements Admission {}
}
