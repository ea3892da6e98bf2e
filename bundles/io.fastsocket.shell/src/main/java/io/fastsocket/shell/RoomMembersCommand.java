package io.fastsocket.shell;

import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Suggestion;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code room members}. */
@Command(
        description = "List the sockets in a room.",
        footer = "room members room:lobby --namespace /chat")
final class RoomMembersCommand implements OperatorCommand {

    @Parameters(paramLabel = "ROOM", description = "The room's name.")
    private String room;

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Only of this namespace, such as /chat.")
    private String namespace;

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<ClientSocket> all = Sockets.all(invocation.need(SocketTransport.class), namespace);
        List<ClientSocket> members = all.stream().filter(s -> s.rooms().contains(room)).toList();
        if (members.isEmpty()) {
            Set<String> rooms =
                    all.stream()
                            .flatMap(s -> Sockets.rooms(s).stream())
                            .collect(Collectors.toSet());
            throw CommandException.failed(
                    "nobody is in a room " + room + Suggestion.didYouMean(room, rooms));
        }
        Table table =
                new Table(
                        Column.words("ID"),
                        Column.words("NAMESPACE"),
                        Column.words("TRANSPORT"),
                        Column.words("REMOTE"),
                        Column.words("SINCE"));
        for (ClientSocket socket : members) {
            table.row(
                    socket.id(),
                    socket.namespace(),
                    socket.transport(),
                    Sockets.remote(socket),
                    socket.handshake().time());
        }
        invocation.print(table);
    }
}
