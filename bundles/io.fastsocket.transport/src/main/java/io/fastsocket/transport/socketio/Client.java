package io.fastsocket.transport.socketio;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketDecoder;
import io.fastsocket.transport.codec.PacketFault;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.engineio.MessageReceiver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private final long opened;

    /** Asked for or joined; few, so they are looked through. */
    private final List<NamespaceSocket> sockets = new ArrayList<>(1);

    /** Those that the batch under way brought events for. */
    private final List<NamespaceSocket> batch = new ArrayList<>(1);

    /** Those that want no more for now. */
    private final Set<NamespaceSocket> pausing = new HashSet<>(1);

    /** Namespaces the server has ended: what the client sent before it knew is no fault. */
    private final Set<String> ended = new HashSet<>(1);

    private BinaryPacket binary;
    private boolean everJoined;

    Client(
            SocketIoServer server,
            Connection connection,
            RoomIndex index,
            SocketIoSettings settings) {
        this.server = server;
        this.connection = connection;
        this.index = index;
        this.settings = settings;
        decoder = new PacketDecoder(settings.maxAttachments());
        opened = System.nanoTime();
    }

    Connection connection() {
        return connection;
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
            connection.close(
                    fault == PacketFault.BAD_UTF8 ? CloseCause.BAD_UTF8 : CloseCause.PARSE_ERROR);
            return;
        }
        NamespaceSocket socket = find(bytes, decoder.namespaceFrom(), decoder.namespaceTo());
        if (decoder.type() == PacketType.CONNECT) {
            ask(socket, bytes);
        } else if (socket == null || socket.asked()) {
            stray(bytes);
        } else if (decoder.type() == PacketType.DISCONNECT) {
            end(socket, DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        } else if (decoder.attachments() > 0) {
            expect(new BinaryPacket(socket, decoder, bytes));
        } else {
            packet(socket, bytes);
        }
    }

    private NamespaceSocket find(byte[] bytes, int from, int to) {
        for (int i = 0; i < sockets.size(); i++) {
            if (sockets.get(i).isIn(bytes, from, to)) {
                return sockets.get(i);
            }
        }
        return null;
    }

    private String namespace(byte[] bytes) {
        int from = decoder.namespaceFrom();
        int length = decoder.namespaceTo() - from;
        return length == 0 ? "/" : new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** A packet for a namespace the client is not in. */
    private void stray(byte[] bytes) {
        if (!ended.contains(namespace(bytes))) {
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
        if (socket.noteEvent()) {
            batch.add(socket);
        }
        socket.receiver().event(event);
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
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).endBatch();
        }
        batch.clear();
    }

    @Override
    public void tick(long now) {
        long open = (System.nanoTime() - opened) / 1_000_000;
        if (!everJoined && open >= settings.connectTimeout()) {
            LOG.debug("{} joined no namespace in time", connection.handshake().remoteAddress());
            connection.close(CloseCause.BAD_STATE);
        }
    }

    // Namespaces

    private void ask(NamespaceSocket present, byte[] bytes) {
        if (present != null || sockets.size() >= settings.maxNamespaces()) {
            connection.close(CloseCause.BAD_STATE);
            return;
        }
        String namespace = namespace(bytes);
        ended.remove(namespace);
        NamespaceSocket socket = new NamespaceSocket(this, connection.shard().newId(), namespace);
        sockets.add(socket);
        Payload auth = payload(bytes, decoder.argumentsFrom(), decoder.argumentsTo(), List.of());
        server.dispatcher()
                .connect(socket, auth)
                .whenComplete(
                        (admission, failure) ->
                                connection
                                        .shard()
                                        .execute(() -> decided(socket, admission, failure)));
    }

    private void decided(NamespaceSocket socket, Admission admission, Throwable failure) {
        boolean here = sockets.contains(socket);
        switch (admission) {
            case Admission.Accepted accepted -> {
                if (here) {
                    join(socket, accepted);
                } else {
                    accepted.receiver().disconnected(DisconnectReason.TRANSPORT_CLOSE);
                }
            }
            case Admission.Refused refused -> {
                if (here) {
                    refuse(socket, refused.error());
                }
            }
            case null -> {
                LOG.error("Admission to {} failed", socket.namespace(), failure);
                if (here) {
                    refuse(socket, Payload.of("{\"message\":\"internal\"}"));
                }
            }
        }
    }

    private void join(NamespaceSocket socket, Admission.Accepted accepted) {
        everJoined = true;
        socket.connect(accepted.receiver(), index);
        server.add(socket);
        send(socket, PacketType.CONNECT, Payload.of("{\"sid\":\"" + socket.id() + "\"}"));
        socket.receiver().connected();
    }

    private void refuse(NamespaceSocket socket, Payload error) {
        sockets.remove(socket);
        socket.end(index);
        send(socket, PacketType.CONNECT_ERROR, error);
    }

    private void send(NamespaceSocket socket, int type, Payload payload) {
        connection.send(new OutPacket(type, socket.prefix(), OutPacket.NO_ACK, payload));
    }

    private void end(NamespaceSocket socket, DisconnectReason reason) {
        sockets.remove(socket);
        server.remove(socket);
        if (socket.end(index)) {
            if (batch.remove(socket)) {
                socket.receiver().endOfBatch();
            }
            resume(socket);
            socket.receiver().disconnected(reason);
        }
    }

    void disconnect(NamespaceSocket socket, boolean closeConnection) {
        if (!socket.connected()) {
            return;
        }
        List<NamespaceSocket> leaving = closeConnection ? List.copyOf(sockets) : List.of(socket);
        for (NamespaceSocket each : leaving) {
            if (each.connected()) {
                send(each, PacketType.DISCONNECT, Payload.NONE);
                ended.add(each.namespace());
                end(each, DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            }
        }
        if (closeConnection) {
            connection.close(CloseCause.SERVER);
        }
    }

    void pause(NamespaceSocket socket) {
        if (socket.connected() && pausing.add(socket) && pausing.size() == 1) {
            connection.pause();
        }
    }

    void resume(NamespaceSocket socket) {
        if (pausing.remove(socket) && pausing.isEmpty()) {
            connection.resume();
        }
    }

    @Override
    public void closed(CloseCause cause) {
        for (NamespaceSocket socket : List.copyOf(sockets)) {
            end(socket, cause.reason());
        }
        binary = null;
    }
}
