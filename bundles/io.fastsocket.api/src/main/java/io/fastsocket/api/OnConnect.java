package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called once for each client that has joined the namespace, before any event of it is handled.
 *
 * <p>Parameters: {@link Socket}, {@link Handshake}, {@link SocketServer}; each may be left out. An
 * exception is logged and leaves the socket connected.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnConnect {

    /**
     * Whether it is also called for clients that are in the namespace already when the component
     * comes into service: at the first deployment, when a new revision takes over, or when its
     * configuration was edited. Each is called once, between its events.
     *
     * @return false if only for clients that join from then on
     */
    boolean replay() default false;
}
