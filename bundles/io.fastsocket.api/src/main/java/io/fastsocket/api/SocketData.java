package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Optional;
import java.util.Set;

/**
 * What plugins keep with a socket, as JSON: each value is encoded when it is put, and bound for
 * whoever gets it, so no class of one plugin reaches another and a new revision reads what the old
 * one wrote. Usable from any thread; single calls are atomic.
 */
@ProviderType
public interface SocketData {

    /**
     * Reads a value.
     *
     * @param <T> the type wanted
     * @param key its name
     * @param type what to bind it to
     * @return the value, or empty if there is none or it is JSON null
     * @throws IllegalArgumentException if it does not fit the type
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Writes a value, replacing any of that name.
     *
     * @param key its name
     * @param value anything that can be encoded as JSON; null is the same as {@link #remove}
     * @throws IllegalArgumentException if it cannot be encoded
     */
    void put(String key, Object value);

    /**
     * Removes a value, if there is one.
     *
     * @param key its name
     */
    void remove(String key);

    /**
     * The names in use.
     *
     * @return a snapshot
     */
    Set<String> keys();
}
