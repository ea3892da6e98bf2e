package io.fastsocket.api;

/** Why a socket ended; the words are those of Socket.IO's server. */
public enum DisconnectReason {
    /** The server took the client out of the namespace. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** The client left the namespace. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    /** The server is stopping. */
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** The client did not answer heartbeats in time. */
    PING_TIMEOUT("ping timeout"),
    /** The connection was closed by the client or the network. */
    TRANSPORT_CLOSE("transport close"),
    /** The connection failed. */
    TRANSPORT_ERROR("transport error"),
    /** The client sent what is not Socket.IO. */
    PARSE_ERROR("parse error"),
    /** The client broke the protocol or a limit. */
    FORCED_CLOSE("forced close"),
    /** The server closed the connection. */
    FORCED_SERVER_CLOSE("forced server close");

    private final String text;

    DisconnectReason(String text) {
        this.text = text;
    }

    /**
     * The reason in Socket.IO's words.
     *
     * @return such as {@code ping timeout}
     */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
