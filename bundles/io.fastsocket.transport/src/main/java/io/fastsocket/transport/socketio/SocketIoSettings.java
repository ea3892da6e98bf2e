package io.fastsocket.transport.socketio;

/**
 * What Socket.IO can be told. Immutable; a client keeps the one it came with.
 *
 * @param connectTimeout milliseconds a client has to join its first namespace
 * @param maxAttachments binaries a packet may have
 * @param maxDepth how deep its JSON may nest
 * @param maxNamespaces namespaces a client may be in or ask for at a time
 * @param maxRooms rooms its sockets may be in, beside their own
 * @param eventRate events a second of one socket; 0 for any number
 * @param eventBurst events at once after a rest
 */
public record SocketIoSettings(
        int connectTimeout,
        int maxAttachments,
        int maxDepth,
        int maxNamespaces,
        int maxRooms,
        int eventRate,
        int eventBurst) {}
