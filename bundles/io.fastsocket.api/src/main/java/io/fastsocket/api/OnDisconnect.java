package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called once for each client that has left the namespace, after its last event was handled. The
 * socket's rooms and data can still be read; what is emitted to it goes nowhere.
 *
 * <p>Parameters: {@link Socket}, {@link DisconnectReason}, {@link Handshake}, {@link SocketServer};
 * each may be left out. An exception is logged.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnDisconnect {}
