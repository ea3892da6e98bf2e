package io.fastsocket.http.inside;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A client with much that is nobody's business. */
record FakeClient() implements ClientSocket {

    static final String ID = "id-of-the-client";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String namespace() {
        return "/busy";
    }

    @Override
    public HandshakeInfo handshake() {
        return new HandshakeInfo(
                Map.of("token", List.of("secret")),
                Map.of("Cookie", List.of("secret")),
                new InetSocketAddress("203.0.113.7", 1),
                false,
                Instant.now());
    }

    @Override
    public ConcurrentMap<String, Payload> data() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public String transport() {
        return "websocket";
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public Set<String> rooms() {
        return Set.of(ID);
    }

    @Override
    public void emit(Payload event, boolean mayDrop) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void emit(Payload event, long ackId) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void join(String room) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void leave(String room) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void disconnect(boolean closeConnection) {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void pauseReading() {
        throw new UnsupportedOperationException("a page only looks");
    }

    @Override
    public void resumeReading() {
        throw new UnsupportedOperationException("a page only looks");
    }
}
