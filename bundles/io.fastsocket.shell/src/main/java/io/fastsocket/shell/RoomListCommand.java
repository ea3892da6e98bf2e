package io.fastsocket.shell;

import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Map;
import java.util.TreeMap;

/** {@code room list}. */
@Command(
        description = "List the rooms that anybody is in, without the one that each socket has.",
        footer = {"room list", "room list --namespace /chat"})
final class RoomListCommand implements OperatorCommand {

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Only of this namespace, such as /chat.")
    private String namespace;

    @Override
    public void run(Invocation invocation) throws CommandException {
        SocketTransport transport = invocation.need(SocketTransport.class);
        Map<String, Map<String, Integer>> members = new TreeMap<>();
        for (ClientSocket socket : Sockets.all(transport, namespace)) {
            for (String room : Sockets.rooms(socket)) {
                members.computeIfAbsent(socket.namespace(), any -> new TreeMap<>())
                        .merge(room, 1, Integer::sum);
            }
        }
        if (members.isEmpty() && !invocation.json()) {
            invocation.line("Nobody is in a room.");
            return;
        }
        Table table =
                new Table(
                        Column.words("NAMESPACE"), Column.words("ROOM"), Column.numbers("MEMBERS"));
        members.forEach((name, rooms) -> rooms.forEach((room, n) -> table.row(name, room, n)));
        invocation.print(table);
    }
}
