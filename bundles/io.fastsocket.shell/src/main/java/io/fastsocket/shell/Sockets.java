package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sockets that are connected. */
final class Sockets {

    private Sockets() {}

    /**
     * Those of a namespace, or of all: oldest first.
     *
     * @param namespace the namespace, or null for all
     */
    static List<ClientSocket> all(SocketTransport transport, String namespace) {
        List<ClientSocket> sockets = new ArrayList<>();
        for (String name : transport.namespaces()) {
            if (namespace == null || namespace.equals(name)) {
                sockets.addAll(transport.sockets(name));
            }
        }
        sockets.sort(Comparator.comparing(socket -> socket.handshake().time()));
        return sockets;
    }

    /**
     * One by its id, or by the beginning of its id if no other begins so.
     *
     * @throws CommandException if there is none, or several
     */
    static ClientSocket find(SocketTransport transport, String id) throws CommandException {
        List<ClientSocket> found =
                all(transport, null).stream().filter(s -> s.id().startsWith(id)).toList();
        for (ClientSocket socket : found) {
            if (socket.id().equals(id)) {
                return socket;
            }
        }
        if (found.size() == 1 && !id.isEmpty()) {
            return found.getFirst();
        }
        throw CommandException.failed(
                found.isEmpty()
                        ? "no socket has the id " + id
                        : found.size() + " sockets have ids that begin with " + id);
    }

    /** The rooms a socket is in, without its own. */
    static List<String> rooms(ClientSocket socket) {
        return socket.rooms().stream().filter(r -> !r.equals(socket.id())).sorted().toList();
    }

    /** Address and port of the client. */
    static String remote(ClientSocket socket) {
        var address = socket.handshake().remoteAddress();
        return address.getAddress() == null
                ? address.toString()
                : address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
