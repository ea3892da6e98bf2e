package io.fastsocket.registry;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** A client that only counts the answers it gets. */
final class AckCounter implements ClientSocket {

    private static final HandshakeInfo HANDSHAKE =
            new HandshakeInfo(
                    Map.of(),
                    Map.of(),
                    InetSocketAddress.createUnresolved("localhost", 1),
                    false,
                    Instant.EPOCH);

    private final ConcurrentMap<String, Payload> data = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();

    long answers() {
        return answers.get();
    }

    void await(long count) {
        while (answers.get() < count) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        answers.incrementAndGet();
    }

    @Override
    public String id() {
        return "benchmark";
    }

    @Override
    public String namespace() {
        return "/";
    }

    @Override
    public HandshakeInfo handshake() {
        return HANDSHAKE;
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
        return true;
    }

    @Override
    public void emit(Payload event, boolean mayDrop) {}

    @Override
    public void emit(Payload event, long ackId) {}

    @Override
    public Set<String> rooms() {
        return Set.of();
    }

    @Override
    public void join(String room) {}

    @Override
    public void leave(String room) {}

    @Override
    public void disconnect(boolean closeConnection) {}

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}
}
