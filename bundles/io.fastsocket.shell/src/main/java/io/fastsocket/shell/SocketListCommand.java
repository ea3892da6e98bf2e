package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

/** {@code socket list}. */
@Command(
        description =
                "List the sockets that are connected, oldest first. A client that has joined several"
                        + " namespaces is several sockets.",
        footer = {"socket list", "socket list --namespace /chat --room room:lobby"})
final class SocketListCommand implements OperatorCommand {

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Only of this namespace, such as /chat.")
    private String namespace;

    @Option(names = "--room", paramLabel = "ROOM", description = "Only members of this room.")
    private String room;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many (${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public void run(Invocation invocation) throws CommandException {
        if (limit < 1) {
            throw CommandException.usage("--limit must be 1 or more");
        }
        SocketTransport transport = invocation.need(SocketTransport.class);
        List<ClientSocket> sockets =
                Sockets.all(transport, namespace).stream()
                        .filter(socket -> room == null || socket.rooms().contains(room))
                        .toList();
        if (sockets.isEmpty() && !invocation.json()) {
            invocation.line("No socket is connected" + (room == null ? "." : " there."));
            return;
        }
        Table table =
                new Table(
                        Column.words("ID"),
                        Column.words("NAMESPACE"),
                        Column.words("TRANSPORT"),
                        Column.words("REMOTE"),
                        Column.words("SINCE"),
                        Column.words("ROOMS"));
        for (ClientSocket socket : sockets.subList(0, Math.min(limit, sockets.size()))) {
            List<String> rooms = Sockets.rooms(socket);
            table.row(
                    socket.id(),
                    socket.namespace(),
                    socket.transport(),
                    Sockets.remote(socket),
                    socket.handshake().time(),
                    Cell.of(String.join(", ", rooms), rooms));
        }
        invocation.print(table);
        if (sockets.size() > limit && !invocation.json()) {
            invocation.line(sockets.size() - limit + " more; --limit N shows more of them");
        }
    }
}
