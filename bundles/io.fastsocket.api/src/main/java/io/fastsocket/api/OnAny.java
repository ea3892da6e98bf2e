package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called with each event of the namespace that no interceptor refused, after its handler was
 * started or found missing. It only observes: what it returns or throws changes nothing for the
 * client.
 *
 * <p>Parameters: {@code String} (the event's name), {@link Json} (an array of all arguments),
 * {@link Socket}, {@link EventContext}, {@link Handshake}, {@link SocketServer}; each may be left
 * out.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnAny {}
