package io.fastsocket.transport.http;

/**
 * What the HTTP side can be told. Immutable; a connection keeps the one it was accepted with.
 *
 * @param deadlines how long it may keep the server waiting
 * @param maxHeaderSize bytes of a request's headers, and of its first line
 * @param maxConnections connections of Engine.IO altogether; 0 for any number
 * @param maxConnectionsPerAddress those of one address; 0 for any number
 * @param trustedProxies who is believed what it says of the client
 * @param proxyProtocol whether those begin each connection with a PROXY header
 * @param httpCompression from how many bytes on answers to polls are compressed; 0 for none
 * @param webSocketCompression from how many bytes on messages by WebSocket are; 0 for none
 */
public record HttpSettings(
        HttpDeadlines deadlines,
        int maxHeaderSize,
        int maxConnections,
        int maxConnectionsPerAddress,
        Networks trustedProxies,
        boolean proxyProtocol,
        int httpCompression,
        int webSocketCompression) {

    /** A client that polls has two at a time, and for a moment the last one too. */
    private static final int SPARE = 64;

    /**
     * How many TCP connections there may be.
     *
     * @param connections how many connections of Engine.IO
     * @return twice as many and a few more; 0 for any number
     */
    public static int tcp(int connections) {
        return connections == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, 2L * connections + SPARE);
    }
}
