package io.fastsocket.examples.chat;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Emitter;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketData;
import io.fastsocket.api.TimedEmitter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A client of a {@link FakeServer}. */
final class FakeSocket implements Socket, SocketData {

    /** Events received, each with its argument; a question mark follows the name if volatile. */
    final List<Map.Entry<String, Object>> received = new ArrayList<>();

    private final FakeServer server;
    private final String id;
    private final Handshake handshake;
    private final Set<String> rooms = new HashSet<>();
    private final Map<String, Object> data = new HashMap<>();
    private boolean connected;

    FakeSocket(FakeServer server, String id, Nicks.Claim claim) {
        this.server = server;
        this.id = id;
        this.handshake = new FakeHandshake(claim);
        rooms.add(id);
    }

    void connect() {
        connected = true;
        server.add(this);
    }

    /** What it was sent under that name. */
    List<Object> received(String event) {
        return received.stream()
                .filter(e -> e.getKey().equals(event))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void disconnect() {
        connected = false;
        server.remove(this);
    }

    @Override
    public void close() {
        disconnect();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String namespace() {
        return Chat.NAMESPACE;
    }

    @Override
    public Handshake handshake() {
        return handshake;
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
    public void join(String... more) {
        rooms.addAll(List.of(more));
    }

    @Override
    public void leave(String... some) {
        rooms.removeAll(List.of(some));
    }

    @Override
    public SocketData data() {
        return this;
    }

    @Override
    public BroadcastOperator to(String... some) {
        return broadcast().to(some);
    }

    @Override
    public BroadcastOperator broadcast() {
        return server.allBut(id);
    }

    @Override
    public Emitter asVolatile() {
        return (event, arguments) -> emit(event + "?", arguments);
    }

    @Override
    public TimedEmitter timeout(Duration limit) {
        throw new UnsupportedOperationException("nobody answers");
    }

    @Override
    public void emit(String event, Object... arguments) {
        received.add(Map.entry(event, arguments[0]));
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(type.cast(data.get(key)));
    }

    @Override
    public void put(String key, Object value) {
        data.put(key, value);
    }

    @Override
    public void remove(String key) {
        data.remove(key);
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(data.keySet());
    }
}
