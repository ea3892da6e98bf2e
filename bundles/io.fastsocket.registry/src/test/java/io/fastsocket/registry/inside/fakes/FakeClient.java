package io.fastsocket.registry.inside.fakes;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
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
public final class FakeClient implements ClientSocket {

    private final ConcurrentMap<String, Payload> data = new ConcurrentHashMap<>();

    private static final AtomicInteger IDS = new AtomicInteger();

    public final String id = "socket-" + IDS.incrementAndGet();
    public final String namespace;

    /** Which connection it belongs to; the port of its peer. */
    public final int connection;

    public final ConcurrentMap<Long, Payload> acks = new ConcurrentHashMap<>();
    public final Queue<String> ackOrder = new ConcurrentLinkedQueue<>();
    public final Queue<Payload> broadcasts = new ConcurrentLinkedQueue<>();
    public final Queue<Payload> emitted = new ConcurrentLinkedQueue<>();
    public final ConcurrentMap<Long, Payload> asked = new ConcurrentHashMap<>();
    public final AtomicInteger doubled = new AtomicInteger();
    public final AtomicInteger paused = new AtomicInteger();
    public final AtomicInteger resumed = new AtomicInteger();
    public final Set<String> rooms = ConcurrentHashMap.newKeySet();
    public volatile boolean connected;
    public volatile boolean synthetic;

    /** What an engine does before it sends an answer. */
    public volatile Runnable beforeAck = () -> {};

    public SocketReceiver receiver;
    private long ackIds;

    /**
     * A client that has not asked yet.
     *
     * @param namespace where it will
     */
    public FakeClient(String namespace) {
        this(namespace, 1);
    }

    private FakeClient(String namespace, int connection) {
        this.namespace = namespace;
        this.connection = connection;
    }

    /** A client that has not asked yet, over a connection of that number. */
    public static FakeClient of(String namespace, int connection) {
        return new FakeClient(namespace, connection);
    }

    /** A client that has been admitted and greeted. */
    public static FakeClient join(EventDispatcher dispatcher, String namespace) {
        return join(dispatcher, namespace, 1);
    }

    /** The same over a connection of that number. */
    public static FakeClient join(EventDispatcher dispatcher, String namespace, int connection) {
        FakeClient client = new FakeClient(namespace, connection);
        Admission admission = client.connect(dispatcher, Payload.NONE);
        client.receiver = ((Admission.Accepted) admission).receiver();
        client.connected = true;
        client.receiver.connected();
        return client;
    }

    /** Asks for the namespace and waits for the answer. */
    public Admission connect(EventDispatcher dispatcher, Payload auth) {
        return dispatcher
                .connect(this, auth)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** Sends an event as a batch of its own, wanting an acknowledgement. */
    public long send(String event, String arguments, byte[]... binaries) {
        long id = add(event, arguments, binaries);
        receiver.endOfBatch();
        return id;
    }

    /** Adds an event to the batch. */
    public long add(String event, String arguments, byte[]... binaries) {
        long id = ackIds++;
        receiver.event(inbound(event, arguments, id, binaries));
        return id;
    }

    /** Sends an event that wants no acknowledgement. */
    public void sendWithoutAck(String event, String arguments) {
        receiver.event(inbound(event, arguments, InboundEvent.NO_ACK));
        receiver.endOfBatch();
    }

    /** Has the engine refuse an event. */
    public void refuse(String event, long id, ErrorCode why) {
        receiver.refuse(inbound(event, "1", id), why);
    }

    private static InboundEvent inbound(String event, String arguments, long id, byte[]... more) {
        byte[] wire = ("[\"" + event + "\"," + arguments + "]").getBytes(StandardCharsets.UTF_8);
        int name = event.getBytes(StandardCharsets.UTF_8).length;
        int length = arguments.getBytes(StandardCharsets.UTF_8).length;
        return new InboundEvent(
                wire, 2, name, new Payload(wire, name + 4, length, List.of(more)), id);
    }

    /** Waits for an answer. */
    public String ackOf(long id) {
        Await.until("ack " + id, () -> acks.containsKey(id));
        return acks.get(id).toString();
    }

    /** Sends an event and waits for its answer. */
    public String call(String event, String arguments, byte[]... binaries) {
        return ackOf(send(event, arguments, binaries));
    }

    /** Waits until what was sent has been handled to its end, which is after its answer. */
    public void settle() {
        receiver.settled().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Leaves the namespace. */
    public void leave(DisconnectReason reason) {
        connected = false;
        receiver.disconnected(reason);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean synthetic() {
        return synthetic;
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
                InetSocketAddress.createUnresolved("client", connection),
                false,
                Instant.EPOCH);
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
    public void emit(Payload event, boolean mayDrop) {
        emitted.add(event);
    }

    @Override
    public void emit(Payload event, long ackId) {
        asked.put(ackId, event);
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        beforeAck.run();
        // Whoever sees the answer finds it in the order as well.
        ackOrder.add(arguments.toString());
        if (acks.putIfAbsent(ackId, arguments) != null) {
            doubled.incrementAndGet();
        }
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
