package io.fastsocket.transport.socketio;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.spi.cluster.RecoverySession;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.recovery.Recovery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The namespaces that one client asks for, is in and leaves. Confined to its event loop. */
final class Memberships {

    private static final Logger LOG = LoggerFactory.getLogger(Memberships.class);

    private static final String TOO_MANY = "too many namespaces";

    private final Client client;
    private final SocketIoServer server;
    private final Connection connection;
    private final int most;

    /** Asked for or joined; few, so they are looked through. */
    private final List<NamespaceSocket> sockets = new ArrayList<>(1);

    /** Those that want no more for now. */
    private final Set<NamespaceSocket> pausing = new HashSet<>(1);

    /** Namespaces the server has ended: what the client sent before it knew is no fault. */
    private final Set<String> ended = new HashSet<>(1);

    private boolean everJoined;

    /** Of a client that may be in so many. */
    Memberships(Client client, SocketIoServer server, int most) {
        this.client = client;
        this.server = server;
        this.most = most;
        connection = client.connection();
    }

    /** The socket of a namespace, given as bytes, or null. */
    NamespaceSocket find(byte[] bytes, int from, int to) {
        for (int i = 0; i < sockets.size(); i++) {
            if (sockets.get(i).isIn(bytes, from, to)) {
                return sockets.get(i);
            }
        }
        return null;
    }

    boolean everJoined() {
        return everJoined;
    }

    boolean wasEnded(String namespace) {
        return ended.contains(namespace);
    }

    /** The client asks for a namespace it is not in. */
    void ask(String namespace, Payload auth) {
        if (sockets.size() >= most) {
            connection.limits().exceeded(Limit.MAX_NAMESPACES);
            connection
                    .notices()
                    .note("Namespace refused: " + TOO_MANY, connection.handshake().remoteAddress());
            refuse(namespace, TOO_MANY);
            return;
        }
        ended.remove(namespace);
        Recovery recovery = client.recovery();
        Recovery.Claim claim = recovery == null ? null : recovery.claim(namespace, auth);
        NamespaceSocket socket = socket(namespace, claim);
        sockets.add(socket);
        server.dispatcher()
                .connect(socket, auth)
                .whenComplete(
                        (admission, failure) ->
                                connection
                                        .shard()
                                        .execute(() -> decided(socket, claim, admission, failure)));
    }

    private NamespaceSocket socket(String namespace, Recovery.Claim claim) {
        if (claim == null) {
            return new NamespaceSocket(client, connection.shard().newId(), namespace);
        }
        RecoverySession before = claim.session();
        return new NamespaceSocket(
                client, before.id(), namespace, new ConcurrentHashMap<>(before.data()));
    }

    /** Refuses a namespace that was not asked for of anyone. */
    void refuse(String namespace, String why) {
        send(
                NamespaceSocket.prefix(namespace),
                PacketType.CONNECT_ERROR,
                Payload.of("{\"message\":\"" + why + "\"}"));
    }

    private void decided(
            NamespaceSocket socket, Recovery.Claim claim, Admission admission, Throwable failure) {
        boolean here = sockets.contains(socket);
        if (claim != null && !here) {
            client.recovery().keep(claim.session());
        }
        switch (admission) {
            case Admission.Accepted accepted -> {
                if (here && claim != null) {
                    comeBack(socket, claim, accepted);
                } else if (here) {
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

    /** Behind the events that are in the queue, of which those missed are some. */
    private void comeBack(
            NamespaceSocket socket, Recovery.Claim claim, Admission.Accepted accepted) {
        client.recovery()
                .resume(
                        claim,
                        missed ->
                                connection
                                        .shard()
                                        .enqueue(() -> comeBack(socket, claim, missed, accepted)));
    }

    private void comeBack(
            NamespaceSocket socket,
            Recovery.Claim claim,
            List<Payload> missed,
            Admission.Accepted accepted) {
        if (!sockets.contains(socket)) {
            client.recovery().keep(claim.session());
            accepted.receiver().disconnected(DisconnectReason.TRANSPORT_CLOSE);
            return;
        }
        if (missed == null) {
            // Too late since a moment ago: the client comes again, and begins anew.
            accepted.receiver().disconnected(DisconnectReason.TRANSPORT_CLOSE);
            sockets.remove(socket);
            socket.end(client.index());
            connection.close(CloseCause.FAILED);
            return;
        }
        socket.stays().goOn(claim.session());
        socket.recover(rooms(claim.session()));
        join(socket, accepted);
        for (Payload event : missed) {
            send(socket, PacketType.EVENT, event);
        }
    }

    private static List<String> rooms(RecoverySession session) {
        return session.stays().stream()
                .filter(stay -> stay.to() == null)
                .map(RecoverySession.Stay::room)
                .toList();
    }

    private void join(NamespaceSocket socket, Admission.Accepted accepted) {
        everJoined = true;
        socket.connect(accepted.receiver(), client.index());
        server.add(socket);
        send(
                socket,
                PacketType.CONNECT,
                Payload.of("{\"sid\":\"" + socket.id() + '"' + pid(socket)));
        socket.receiver().connected();
    }

    /** The rest of what CONNECT says. */
    private String pid(NamespaceSocket socket) {
        if (socket.stays() == null) {
            return "}";
        }
        if (socket.stays().pid() == null) {
            socket.stays().begin(connection.shard().newId());
        }
        return ",\"pid\":\"" + socket.stays().pid() + "\"}";
    }

    private void refuse(NamespaceSocket socket, Payload error) {
        sockets.remove(socket);
        socket.end(client.index());
        send(socket, PacketType.CONNECT_ERROR, error);
    }

    private void send(NamespaceSocket socket, int type, Payload payload) {
        send(socket.prefix(), type, payload);
    }

    private void send(byte[] prefix, int type, Payload payload) {
        connection.send(new OutPacket(type, prefix, OutPacket.NO_ACK, payload));
    }

    void end(NamespaceSocket socket, DisconnectReason reason) {
        sockets.remove(socket);
        server.remove(socket);
        if (socket.connected() && socket.stays() != null) {
            // Before anybody sees that it has ended: whoever comes back then finds it kept.
            socket.stays().end(reason);
        }
        if (socket.end(client.index())) {
            client.leaveBatch(socket);
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

    /** Those that are in their namespaces. */
    List<NamespaceSocket> connected() {
        return sockets.stream().filter(NamespaceSocket::connected).toList();
    }

    /** DISCONNECT to each, ahead of the connection's end. */
    void sayGoodbye() {
        connected().forEach(socket -> send(socket, PacketType.DISCONNECT, Payload.NONE));
    }

    /** The connection has ended. */
    void endAll(DisconnectReason reason) {
        for (NamespaceSocket socket : List.copyOf(sockets)) {
            end(socket, reason);
        }
    }
}
