package io.fastsocket.transport.socketio;

/**
 * What Socket.IO can be told. Immutable; a client keeps the one it came with.
 *
 * @param connectTimeout milliseconds a client has to join its first namespace
 * @param maxAttachments binaries a packet may have
 * @param maxNamespaces namespaces a client may be in or ask for at a time
 */
public record SocketIoSettings(int connectTimeout, int maxAttachments, int maxNamespaces) {}
