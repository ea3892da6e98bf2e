package io.fastsocket.transport.socketio;

import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.LoopQueue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One client in one namespace. What other threads ask for is handed to the client's event loop in
 * the order asked; only the rooms' names are kept under a lock of the socket's own, so that {@link
 * #rooms} is right at once.
 */
final class NamespaceSocket implements ClientSocket {

    private static final byte[] DEFAULT = {};

    private enum State {
        ASKED,
        CONNECTED,
        ENDED
    }

    private final Client client;
    private final String id;
    private final String namespace;
    private final byte[] prefix;
    private final Set<String> rooms = new HashSet<>(2);
    private final TokenBucket bucket;
    private final ConcurrentMap<String, Payload> data;
    private final Stays stays;
    private volatile boolean recovered;
    private volatile State state = State.ASKED;
    private SocketReceiver receiver;
    private long mark;
    private boolean hasEvents;

    NamespaceSocket(Client client, String id, String namespace) {
        this(client, id, namespace, new ConcurrentHashMap<>(4));
    }

    /** One with data that another had before. */
    NamespaceSocket(
            Client client, String id, String namespace, ConcurrentMap<String, Payload> data) {
        this.client = client;
        this.id = id;
        this.namespace = namespace;
        this.data = data;
        prefix = prefix(namespace);
        bucket = client.newBucket();
        stays = client.recovery() == null ? null : new Stays(client.recovery(), this);
    }

    /** How packets of a namespace begin after their type. */
    static byte[] prefix(String namespace) {
        return namespace.equals("/") ? DEFAULT : (namespace + ",").getBytes(StandardCharsets.UTF_8);
    }

    // On the event loop

    Client client() {
        return client;
    }

    byte[] prefix() {
        return prefix;
    }

    /** What its events are taken from; null without a limit. */
    TokenBucket bucket() {
        return bucket;
    }

    SocketReceiver receiver() {
        return receiver;
    }

    /** Whether a packet's namespace, as bytes, is this one; empty means the default one. */
    boolean isIn(byte[] bytes, int from, int to) {
        int length = Math.max(prefix.length - 1, 0);
        return Arrays.equals(bytes, from, to, prefix, 0, length);
    }

    /** Marks the socket; false if it bore that mark already. */
    boolean mark(long round) {
        boolean fresh = mark != round;
        mark = round;
        return fresh;
    }

    /** Notes that the batch under way had an event; false if it was noted before. */
    boolean noteEvent() {
        boolean first = !hasEvents;
        hasEvents = true;
        return first;
    }

    void endBatch() {
        hasEvents = false;
        if (state == State.CONNECTED) {
            receiver.endOfBatch();
        }
    }

    /** It has been admitted. */
    void connect(SocketReceiver accepted, RoomIndex index) {
        receiver = accepted;
        index.add(this);
        synchronized (rooms) {
            state = State.CONNECTED;
            rooms.add(id);
            for (String room : rooms) {
                if (!room.equals(id)) {
                    index.update(this, room, true);
                }
            }
        }
    }

    /**
     * It has ended; true if it had been connected. The names of its rooms stay, for those who
     * handle its end.
     */
    boolean end(RoomIndex index) {
        boolean was = state == State.CONNECTED;
        synchronized (rooms) {
            if (state != State.ENDED) {
                state = State.ENDED;
                client.rooms().leave(rooms.contains(id) ? rooms.size() - 1 : rooms.size());
            }
        }
        if (was) {
            index.remove(this, rooms());
        }
        return was;
    }

    /** Where it was; null if nobody will ask. */
    Stays stays() {
        return stays;
    }

    /** It is one that was lost, and has all again; before it is connected. */
    void recover(Collection<String> before) {
        recovered = true;
        before.forEach(this::join);
    }

    boolean asked() {
        return state == State.ASKED;
    }

    // From any thread

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
        return client.connection().handshake();
    }

    @Override
    public ConcurrentMap<String, Payload> data() {
        return data;
    }

    @Override
    public boolean recovered() {
        return recovered;
    }

    @Override
    public String transport() {
        return client.connection().transport();
    }

    @Override
    public boolean connected() {
        return state == State.CONNECTED;
    }

    @Override
    public void emit(Payload event, boolean mayDrop) {
        client.connection().shard().awaitRoom();
        if (stays == null || mayDrop || !(connected() || stays.kept())) {
            send(PacketType.EVENT, OutPacket.NO_ACK, event, mayDrop);
            return;
        }
        Broadcast toMe = new Broadcast(namespace, Set.of(id), Set.of(), false, event);
        if (stays.kept()) {
            // For when the client comes back, or for the socket that it has come back as.
            client.toAll(toMe);
        } else {
            client.recovery()
                    .emit(toMe, kept -> send(PacketType.EVENT, OutPacket.NO_ACK, kept, false));
        }
    }

    @Override
    public void emit(Payload event, long ackId) {
        client.connection().shard().awaitRoom();
        send(PacketType.EVENT, ackId, event, false);
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        send(PacketType.ACK, ackId, arguments, false);
    }

    private void send(int type, long ackId, Payload payload, boolean mayDrop) {
        if (state == State.CONNECTED) {
            OutPacket packet = new OutPacket(type, prefix, ackId, payload);
            LoopQueue shard = client.connection().shard();
            if (stays == null && shard.inLoop()) {
                shard.catchUp();
                sendNow(packet, mayDrop);
            } else {
                shard.enqueue(() -> sendNow(packet, mayDrop));
            }
        }
    }

    private void sendNow(OutPacket packet, boolean mayDrop) {
        if (state == State.CONNECTED && (!mayDrop || client.connection().ready())) {
            client.connection().send(packet);
        }
    }

    @Override
    public Set<String> rooms() {
        synchronized (rooms) {
            return Set.copyOf(rooms);
        }
    }

    @Override
    public void join(String room) {
        if (stays == null) {
            enter(room);
        } else {
            stays.join(room, () -> enter(room));
        }
    }

    private void enter(String room) {
        synchronized (rooms) {
            if (state != State.ENDED && !rooms.contains(room)) {
                if (!room.equals(id)) {
                    client.rooms().join();
                }
                rooms.add(room);
                updateIndex(room, true);
            }
        }
    }

    @Override
    public void leave(String room) {
        if (stays == null) {
            exit(room);
        } else {
            stays.leave(room, () -> exit(room));
        }
    }

    private void exit(String room) {
        synchronized (rooms) {
            if (state != State.ENDED && !room.equals(id) && rooms.remove(room)) {
                client.rooms().leave(1);
                updateIndex(room, false);
            }
        }
    }

    /**
     * Queued under the lock, and even on the loop itself, so that the loop sees changes in the
     * order in which {@link #rooms} took them, and between the broadcasts that were begun between
     * them.
     */
    private void updateIndex(String room, boolean in) {
        client.connection().shard().enqueue(() -> client.index().update(this, room, in));
    }

    @Override
    public void disconnect(boolean closeConnection) {
        Runnable end = () -> client.memberships().disconnect(this, closeConnection);
        LoopQueue shard = client.connection().shard();
        if (stays == null) {
            shard.execute(end);
        } else {
            // Behind what was sent before, which is in the queue.
            shard.enqueue(end);
        }
    }

    @Override
    public void pauseReading() {
        client.connection().shard().execute(() -> client.memberships().pause(this));
    }

    @Override
    public void resumeReading() {
        client.connection().shard().execute(() -> client.memberships().resume(this));
    }

    @Override
    public String toString() {
        return id + " in " + namespace;
    }
}
