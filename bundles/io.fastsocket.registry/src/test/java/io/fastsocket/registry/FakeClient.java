package io.fastsocket.registry;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that speaks to the registry directly, and records what it is sent. */
final class FakeClient implements ClientSocket {

    private static final AtomicInteger IDS = new AtomicInteger();

    final String id = "socket-" + IDS.incrementAndGet();
    final String namespace;
    final ConcurrentMap<Long, Payload> acks = new ConcurrentHashMap<>();
    final Queue<String> ackOrder = new ConcurrentLinkedQueue<>();
    final Queue<Payload> emitted = new ConcurrentLinkedQueue<>();
    final ConcurrentMap<Long, Payload> asked = new ConcurrentHashMap<>();
    final AtomicInteger doubled = new AtomicInteger();
    final AtomicInteger paused = new AtomicInteger();
    final AtomicInteger resumed = new AtomicInteger();
    final Set<String> rooms = ConcurrentHashMap.newKeySet();
    volatile boolean connected;
    SocketReceiver receiver;
    private long ackIds;

    FakeClient(String namespace) {
        this.namespace = namespace;
    }

    static FakeClient join(Registry registry, String namespace) {
        FakeClient client = new FakeClient(namespace);
        Admission admission = client.connect(registry, Payload.NONE);
        client.receiver = ((Admission.Accepted) admission).receiver();
        client.connected = true;
        client.receiver.connected();
        return client;
    }

    Admission connect(Registry registry, Payload auth) {
        return registry.dispatcher()
                .connect(this, auth)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** Sends an event as a batch of its own, wanting an acknowledgement. */
    long send(String event, String arguments, byte[]... binaries) {
        long id = add(event, arguments, binaries);
        receiver.endOfBatch();
        return id;
    }

    /** Adds an event to the batch. */
    long add(String event, String arguments, byte[]... binaries) {
        long id = ackIds++;
        receiver.event(inbound(event, arguments, id, binaries));
        return id;
    }

    void sendWithoutAck(String event, String arguments) {
        receiver.event(inbound(event, arguments, InboundEvent.NO_ACK));
        receiver.endOfBatch();
    }

    private static InboundEvent inbound(String event, String arguments, long id, byte[]... more) {
        byte[] wire = ("[\"" + event + "\"," + arguments + "]").getBytes(StandardCharsets.UTF_8);
        int name = event.getBytes(StandardCharsets.UTF_8).length;
        int length = arguments.getBytes(StandardCharsets.UTF_8).length;
        return new InboundEvent(
                wire, 2, name, new Payload(wire, name + 4, length, List.of(more)), id);
    }

    String ackOf(long id) {
        Await.until("ack " + id, () -> acks.containsKey(id));
        return acks.get(id).toString();
    }

    String call(String event, String arguments, byte[]... binaries) {
        return ackOf(send(event, arguments, binaries));
    }

    void leave(DisconnectReason reason) {
        connected = false;
        receiver.disconnected(reason);
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
        return new HandshakeInfo(
                Map.of(),
                Map.of(),
                InetSocketAddress.createUnresolved("client", 1),
                false,
                Instant.EPOCH);
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
        asked.put(ackId, event);
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        if (acks.putIfAbsent(ackId, arguments) != null) {
            doubled.incrementAndGet();
        }
        ackOrder.add(arguments.toString());
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
        if (connected) {
            leave(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    @Override
    public void pauseReading() {
        paused.incrementAndGet();
    }

    @Override
    public void resumeReading() {
        resumed.incrementAndGet();
    }
}
