package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called when a client asks to join the namespace, before it is in. Throw {@link EventException} to
 * refuse: the client gets it as {@code connect_error}, with {@code data} holding code and details.
 * All such methods of a namespace must return normally.
 *
 * <p>Parameters: {@link Handshake}, {@link SocketServer}, and {@link Socket}, whose {@link
 * Socket#data()} may be filled already; nothing can be emitted to it yet. A {@link
 * java.util.concurrent.CompletionStage} return is awaited.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnHandshake {}
