package io.fastsocket.transport.socketio;

import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.engineio.LoopQueue;
import io.fastsocket.transport.engineio.MemoryBudget;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.recovery.Recovery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All sockets of a server, by namespace and id, and broadcasts to them. Usable from any thread.
 * Rooms are kept by each event loop for its own sockets ({@link RoomIndex}).
 */
public final class SocketIoServer implements MessageReceiver.Factory {

    private final EventDispatcher dispatcher;
    private final Recovery recovery;
    private final Map<LoopQueue, RoomIndex> indexes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, NamespaceSocket>> sockets = new ConcurrentHashMap<>();
    private MemoryBudget outgoing;
    private volatile SocketIoSettings settings;

    /**
     * A server without sockets.
     *
     * @param dispatcher admits clients and takes their events
     * @param settings for clients that come from now on
     * @param recovery for clients that lose their connections; null for none
     */
    public SocketIoServer(
            EventDispatcher dispatcher, SocketIoSettings settings, Recovery recovery) {
        this.dispatcher = dispatcher;
        this.recovery = recovery;
        this.settings = settings;
    }

    /**
     * Puts other settings in force.
     *
     * @param settings for clients that come from now on
     */
    public void settings(SocketIoSettings settings) {
        this.settings = settings;
    }

    /**
     * Says where its clients' connections will be; once, before the first client.
     *
     * @param loops all their event loops
     * @param budget counts what is sent to many
     */
    public void attach(Collection<? extends LoopQueue> loops, MemoryBudget budget) {
        outgoing = budget;
        for (LoopQueue shard : loops) {
            indexes.put(shard, new RoomIndex());
        }
    }

    @Override
    public MessageReceiver opened(Connection connection) {
        return new Client(this, connection, indexes.get(connection.shard()), settings);
    }

    /** Null if clients that lose their connections begin anew. */
    Recovery recovery() {
        return recovery;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    void add(NamespaceSocket socket) {
        sockets.computeIfAbsent(socket.namespace(), name -> new ConcurrentHashMap<>())
                .put(socket.id(), socket);
    }

    void remove(NamespaceSocket socket) {
        sockets.computeIfPresent(
                socket.namespace(),
                (name, members) -> {
                    members.remove(socket.id());
                    return members.isEmpty() ? null : members;
                });
    }

    private Map<String, NamespaceSocket> members(String namespace) {
        return sockets.getOrDefault(namespace, Map.of());
    }

    /**
     * The namespaces that have sockets.
     *
     * @return a snapshot
     */
    public SortedSet<String> namespaces() {
        return new TreeSet<>(sockets.keySet());
    }

    /**
     * A namespace's sockets.
     *
     * @param namespace its name
     * @return a snapshot
     */
    public Collection<ClientSocket> sockets(String namespace) {
        return List.copyOf(members(namespace).values());
    }

    /**
     * One socket.
     *
     * @param namespace its namespace
     * @param id its id
     * @return the socket, if it is connected
     */
    public Optional<ClientSocket> socket(String namespace, String id) {
        return Optional.ofNullable(members(namespace).get(id));
    }

    /**
     * Sends to many. Encoded here, by the caller; each loop sends to its own.
     *
     * @param broadcast what and to whom
     * @throws io.fastsocket.api.EventException if far more waits for slow clients than may
     */
    public void broadcast(Broadcast broadcast) {
        indexes.keySet().forEach(LoopQueue::awaitRoom);
        if (recovery == null || broadcast.mayDrop()) {
            send(broadcast);
        } else {
            recovery.emit(broadcast, event -> enqueue(withEvent(broadcast, event)));
        }
    }

    private static Broadcast withEvent(Broadcast broadcast, Payload event) {
        return new Broadcast(
                broadcast.namespace(),
                broadcast.rooms(),
                broadcast.except(),
                false,
                event,
                broadcast.pace());
    }

    /** Sends by the loops' queues only, which keep the order of events. */
    private void enqueue(Broadcast broadcast) {
        BroadcastTask task = BroadcastTask.of(broadcast, outgoing);
        indexes.forEach(
                (shard, index) -> {
                    task.retain();
                    shard.enqueue(() -> task.run(index));
                });
        task.release();
    }

    private void send(Broadcast broadcast) {
        BroadcastTask task = BroadcastTask.of(broadcast, outgoing);
        LoopQueue own = null;
        for (Map.Entry<LoopQueue, RoomIndex> each : indexes.entrySet()) {
            if (each.getKey().inLoop()) {
                own = each.getKey();
            } else {
                task.retain();
                each.getKey().execute(() -> task.run(each.getValue()));
            }
        }
        if (own != null) {
            // Rooms joined from other threads before this began may still wait in the queue.
            own.drain();
            task.retain();
            task.run(indexes.get(own));
        }
        task.release();
    }

    /**
     * Ends a namespace.
     *
     * @param namespace its name
     */
    public void closeNamespace(String namespace) {
        for (ClientSocket socket : sockets(namespace)) {
            socket.disconnect(false);
        }
    }
}
