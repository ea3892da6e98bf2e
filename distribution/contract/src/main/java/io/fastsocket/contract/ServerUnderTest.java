package io.fastsocket.contract;

import java.time.Duration;
import java.util.List;

/**
 * A server that runs the contract's handlers, in the namespaces {@code /} and {@code /private}. The
 * second wants {@code {"token":"t"}} as auth. Each handler takes one argument and answers with it,
 * or, if no answer is asked for, emits it as {@code <event>-back}:
 *
 * <ul>
 *   <li>{@code echo}: anything
 *   <li>{@code binary}: a binary
 *   <li>{@code nested}: an object with {@code name}, a text, and {@code data}, a binary
 *   <li>{@code hold}: anything; waits until {@link #release} is called
 * </ul>
 */
public interface ServerUnderTest extends AutoCloseable {

    /**
     * Where it listens on this machine.
     *
     * @return the port
     */
    int port();

    /**
     * How long a test waits for what must happen.
     *
     * @return short for a server that is known to fail
     */
    Duration patience();

    /**
     * What has reached a handler.
     *
     * @return namespace, event, and a binary's hexadecimal digits, such as {@code / binary 0102}
     */
    List<String> handled();

    /** Lets handlers that hold go on, also those that begin later. */
    void release();

    /**
     * Emits {@code news} to everybody in the default namespace.
     *
     * @param payload a text, a {@code byte[]} or a {@link Counted}
     */
    void broadcast(Object payload);

    /**
     * Who is in the default namespace.
     *
     * @return how many
     */
    int sockets();

    /** Stops it as it is stopped when its process ends, and waits for that. */
    @Override
    void close();
}
