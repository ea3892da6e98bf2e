package io.fastsocket.spi.contract;

/**
 * A difference between two contracts.
 *
 * @param impact what it means for clients
 * @param direction which way goes what has changed; an acknowledgement goes the other way than its
 *     event
 * @param namespace the namespace: a channel's address
 * @param event the event's name; null for what concerns the namespace as a whole
 * @param path where in the new document, a JSON Pointer; behind a {@code #} if it is in a file that
 *     the document refers to, whose name stands before it
 * @param gone whether it is no longer in the new document: then the path is one in the old
 * @param reason what has changed, in one line
 */
public record Change(
        Impact impact,
        Direction direction,
        String namespace,
        String event,
        String path,
        boolean gone,
        String reason) {}
