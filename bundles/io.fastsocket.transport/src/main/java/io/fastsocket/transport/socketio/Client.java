package io.fastsocket.transport.socketio;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketDecoder;
import io.fastsocket.transport.codec.PacketFault;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.recovery.Recovery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One client: the sockets it has on its connection, a packet of its sorted to them. Confined to the
 * connection's event loop.
 */
final class Client implements MessageReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private final SocketIoServer server;
    private final Connection connection;
    private final RoomIndex index;
    private final SocketIoSettings settings;
    private final PacketDecoder decoder;
    private final Memberships memberships;
    private final RoomCount rooms;
    private final long opened;

    /** Those that the batch under way brought events for. */
    private final List<NamespaceSocket> batch = new ArrayList<>(1);

    /** When it began; 0 if that has not been asked for. */
    private long batchTime;

    private boolean stopping;
    private BinaryPacket binary;

    Client(
            SocketIoServer server,
            Connection connection,
            RoomIndex index,
            SocketIoSettings settings) {
        this.server = server;
        this.connection = connection;
        this.index = index;
        this.settings = settings;
        decoder = new PacketDecoder(settings.maxAttachments(), settings.maxDepth());
        memberships = new Memberships(this, server, settings.maxNamespaces());
        rooms = new RoomCount(settings.maxRooms(), connection.limits());
        opened = System.nanoTime();
    }

    Connection connection() {
        return connection;
    }

    Recovery recovery() {
        return server.recovery();
    }

    void toAll(Broadcast broadcast) {
        server.broadcast(broadcast);
    }

    Memberships memberships() {
        return memberships;
    }

    RoomCount rooms() {
        return rooms;
    }

    /** What its sockets' events are taken from; null without a limit. */
    TokenBucket newBucket() {
        return settings.eventRate() == 0
                ? null
                : new TokenBucket(settings.eventRate(), settings.eventBurst(), System.nanoTime());
    }

    RoomIndex index() {
        return index;
    }

    // What comes in

    @Override
    public void text(byte[] bytes, int from, int to) {
        PacketFault fault =
                binary != null ? PacketFault.ATTACHMENTS : decoder.decode(bytes, from, to);
        if (fault != null) {
            LOG.debug("From {}: {}", connection.handshake().remoteAddress(), fault);
            connection.close(cause(fault));
            return;
        }
        NamespaceSocket socket =
                memberships.find(bytes, decoder.namespaceFrom(), decoder.namespaceTo());
        if (decoder.type() == PacketType.CONNECT) {
            ask(socket == null, bytes);
        } else if (socket == null || socket.asked()) {
            stray(bytes);
        } else if (decoder.type() == PacketType.DISCONNECT) {
            memberships.end(socket, DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        } else if (decoder.attachments() > 0) {
            expect(new BinaryPacket(socket, decoder, bytes));
        } else {
            packet(socket, bytes);
        }
    }

    private static CloseCause cause(PacketFault fault) {
        return switch (fault) {
            case BAD_UTF8 -> CloseCause.BAD_UTF8;
            case TOO_DEEP -> CloseCause.TOO_DEEP;
            case TOO_MANY_ATTACHMENTS -> CloseCause.TOO_MANY_ATTACHMENTS;
            default -> CloseCause.PARSE_ERROR;
        };
    }

    private String namespace(byte[] bytes) {
        int from = decoder.namespaceFrom();
        int length = decoder.namespaceTo() - from;
        return length == 0 ? "/" : new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    private void ask(boolean fresh, byte[] bytes) {
        Payload auth = payload(bytes, decoder.argumentsFrom(), decoder.argumentsTo(), List.of());
        if (fresh && stopping) {
            memberships.refuse(namespace(bytes), "server shutting down");
        } else if (fresh) {
            memberships.ask(namespace(bytes), auth);
        } else {
            connection.close(CloseCause.BAD_STATE);
        }
    }

    /** A packet for a namespace the client is not in. */
    private void stray(byte[] bytes) {
        if (!memberships.wasEnded(namespace(bytes))) {
            connection.close(CloseCause.BAD_STATE);
        } else if (decoder.attachments() > 0) {
            expect(new BinaryPacket(null, decoder, bytes));
        }
    }

    private void expect(BinaryPacket packet) {
        binary = packet;
        connection.kept(packet.size());
    }

    private void packet(NamespaceSocket socket, byte[] bytes) {
        Payload arguments =
                payload(bytes, decoder.argumentsFrom(), decoder.argumentsTo(), List.of());
        if (decoder.type() == PacketType.EVENT || decoder.type() == PacketType.BINARY_EVENT) {
            event(
                    socket,
                    new InboundEvent(
                            decoder.name(),
                            decoder.nameFrom(),
                            decoder.nameTo() - decoder.nameFrom(),
                            arguments,
                            decoder.ackId()));
        } else {
            socket.receiver().ack(decoder.ackId(), arguments);
        }
    }

    static Payload payload(byte[] bytes, int from, int to, List<byte[]> attachments) {
        return from == to ? Payload.NONE : new Payload(bytes, from, to - from, attachments);
    }

    private void event(NamespaceSocket socket, InboundEvent event) {
        if (stopping) {
            socket.receiver().refuse(event, ErrorCode.UNAVAILABLE);
            return;
        }
        TokenBucket bucket = socket.bucket();
        if (bucket != null) {
            if (batchTime == 0) {
                batchTime = System.nanoTime();
            }
            if (!bucket.take(batchTime)) {
                tooMany(socket, event, bucket);
                return;
            }
        }
        if (socket.noteEvent()) {
            batch.add(socket);
        }
        socket.receiver().event(event);
    }

    /** Whoever wants no answer is told once a second, lest a flood makes another. */
    private void tooMany(NamespaceSocket socket, InboundEvent event, TokenBucket bucket) {
        connection.limits().exceeded(Limit.EVENT_RATE);
        boolean tell = bucket.tell(batchTime);
        if (tell) {
            connection
                    .notices()
                    .note(
                            "Events refused: more than eventRate",
                            connection.handshake().remoteAddress());
        }
        if (tell || event.ackWanted()) {
            socket.receiver().refuse(event, ErrorCode.TOO_MANY_EVENTS);
        }
    }

    @Override
    public void binary(byte[] bytes) {
        if (binary == null) {
            connection.close(CloseCause.PARSE_ERROR);
        } else if (!binary.add(bytes)) {
            connection.kept(binary.size());
        } else {
            BinaryPacket whole = binary;
            binary = null;
            connection.kept(0);
            NamespaceSocket socket = whole.socket();
            if (socket == null || !socket.connected()) {
                return;
            }
            if (whole.ack()) {
                socket.receiver().ack(whole.ackId(), whole.arguments());
            } else {
                event(socket, whole.event());
            }
        }
    }

    @Override
    public void endOfBatch() {
        batchTime = 0;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).endBatch();
        }
        batch.clear();
    }

    @Override
    public void tick(long now) {
        long open = (System.nanoTime() - opened) / 1_000_000;
        if (!memberships.everJoined() && open >= settings.connectTimeout()) {
            connection.close(CloseCause.NOT_JOINED);
        }
    }

    @Override
    public CompletionStage<Void> settle() {
        stopping = true;
        endOfBatch();
        return CompletableFuture.allOf(
                memberships.connected().stream()
                        .map(socket -> socket.receiver().settled().toCompletableFuture())
                        .toArray(CompletableFuture[]::new));
    }

    @Override
    public void goodbye() {
        memberships.sayGoodbye();
    }

    @Override
    public void closed(CloseCause cause) {
        memberships.endAll(cause.reason());
        binary = null;
    }

    /** A socket has ended: it gets what the batch under way has brought so far. */
    void leaveBatch(NamespaceSocket socket) {
        if (batch.remove(socket)) {
            socket.receiver().endOfBatch();
        }
    }
}
