package io.fastsocket.shell;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * A client that exists in memory alone: keeps what the server sends to it. It is in no room that
 * others see, so broadcasts pass it by.
 */
final class TriggerSocket implements ClientSocket {

    private final ConcurrentMap<String, Payload> data = new ConcurrentHashMap<>();

    private final String id = "trigger-" + UUID.randomUUID();
    private final String namespace;
    private final Set<String> rooms = ConcurrentHashMap.newKeySet();
    private final Queue<Payload> emitted = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Payload> answer = new CompletableFuture<>();
    private final HandshakeInfo handshake =
            new HandshakeInfo(
                    Map.of(),
                    Map.of("User-Agent", List.of("fastsocket event trigger")),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    false,
                    Instant.now());
    private volatile boolean connected;

    TriggerSocket(String namespace) {
        this.namespace = namespace;
        rooms.add(id);
    }

    void connected(boolean now) {
        connected = now;
    }

    /** What came as the answer to the one event. */
    CompletableFuture<Payload> answer() {
        return answer;
    }

    /** What the server has sent, each the event's name and its arguments. */
    Queue<Payload> emitted() {
        return emitted;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public HandshakeInfo handshake() {
        return handshake;
    }

    @Override
    public ConcurrentMap<String, Payload> data() {
        return data;
    }

    @Override
    public boolean synthetic() {
        return true;
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
    public void emit(Payload event, boolean mayDrop) {
        emitted.add(event);
    }

    @Override
    public void emit(Payload event, long ackId) {
        emitted.add(event);
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        answer.complete(arguments);
    }

    @Override
    public Set<String> rooms() {
        return Set.copyOf(rooms);
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
        connected = false;
        answer.completeExceptionally(
                new IllegalStateException("the handler disconnected the client"));
    }

    @Override
    public void pauseReading() {
        // One event is all there is.
    }

    @Override
    public void resumeReading() {
        // It was never paused.
    }
}
