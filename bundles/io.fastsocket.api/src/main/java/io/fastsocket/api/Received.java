package io.fastsocket.api;

import java.time.Instant;
import java.util.Set;

/**
 * An element of a stream, and where it came from: a method with {@link OnStream} takes a {@code
 * Flowable<Received<Trade>>} to know.
 *
 * @param <T> what the client's first argument is bound to
 * @param element the element
 * @param socket who sent it
 * @param rooms the rooms that the socket was in when the element entered the stream; not to be
 *     changed
 * @param at when the server read it
 */
public record Received<T>(T element, Socket socket, Set<String> rooms, Instant at) {}
