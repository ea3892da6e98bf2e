package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The acknowledgement of an event, for handlers that answer before they return, or later. The first
 * answer counts, further ones have no effect. If the client asked for none, answering has no effect
 * either. Usable from any thread.
 *
 * <p>A handler that never answers leaves the client waiting; order is not held up by it, since the
 * event counts as handled when the method returns.
 *
 * @param <T> the answer's type
 */
@ProviderType
public interface Ack<T> {

    /**
     * Whether the client asked for an acknowledgement and has none yet.
     *
     * @return true if answering would send something
     */
    boolean wanted();

    /**
     * Answers with one argument.
     *
     * @param value the answer; null answers null
     * @throws IllegalArgumentException if it cannot be encoded
     */
    void send(T value);

    /**
     * Answers with none or several arguments, as {@code callback(a, b)} does in Node.
     *
     * @param arguments the arguments
     * @throws IllegalArgumentException if one cannot be encoded
     */
    void sendAll(Object... arguments);

    /**
     * Answers with an error object.
     *
     * @param error what went wrong
     */
    void fail(EventException error);
}
