package io.fastsocket.operator.inside;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Somebody at an address who wants to be let in, and does nothing. */
final class FakeClient implements ClientSocket {

    private final String id = UUID.randomUUID().toString();
    private final String address;
    private final ConcurrentMap<String, Payload> data = new ConcurrentHashMap<>();
    private final Set<String> rooms = ConcurrentHashMap.newKeySet();
    private SocketReceiver receiver;
    private volatile boolean connected;

    FakeClient(String address) {
        this.address = address;
    }

    void enter(SocketReceiver to) {
        receiver = to;
        connected = true;
        receiver.connected();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String namespace() {
        return "/operator";
    }

    @Override
    public HandshakeInfo handshake() {
        return new HandshakeInfo(
                Map.of(), Map.of(), new InetSocketAddress(address, 1), false, Instant.EPOCH);
    }

    @Override
    public ConcurrentMap<String, Payload> data() {
        return data;
    }

    @Override
    public String transport() {
        return "websocket";
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Set<String> rooms() {
        return Set.copyOf(rooms);
    }

    @Override
    public void emit(Payload event, boolean mayDrop) {
        // Nothing is read.
    }

    @Override
    public void emit(Payload event, long ackId) {
        throw new UnsupportedOperationException("operators are not asked");
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        throw new UnsupportedOperationException("nothing is asked here");
    }

    @Override
    public void join(String room) {
        rooms.add(room);
    }

    @Override
    public void leave(String room) {
        rooms.remove(room);
    }

    @Override
    public void disconnect(boolean closeConnection) {
        if (connected) {
            connected = false;
            receiver.disconnected(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    @Override
    public void pauseReading() {
        throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public void resumeReading() {
        throw new UnsupportedOperationException("nothing is sent");
    }
}
