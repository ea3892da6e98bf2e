package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socket disconnect}. */
@Command(
        description =
                "Take a client out of its namespace. It does not come back by itself, unless its"
                        + " whole connection is closed.",
        footer = {"socket disconnect 4nC0wMYx", "socket disconnect 4nC0wMYx --connection"})
final class SocketDisconnectCommand implements OperatorCommand {

    @Parameters(paramLabel = "SOCKET", description = "The socket's id, or the beginning of it.")
    private String id;

    @Option(
            names = "--connection",
            description = "Close the client's connection, with all its namespaces.")
    private boolean connection;

    @Override
    public void run(Invocation invocation) throws CommandException {
        ClientSocket socket = Sockets.find(invocation.need(SocketTransport.class), id);
        socket.disconnect(connection);
        invocation.print(
                connection
                        ? "closed the connection of " + socket.id()
                        : "disconnected " + socket.id() + " from " + socket.namespace(),
                new Sheet()
                        .value("id", socket.id())
                        .value("namespace", socket.namespace())
                        .value("connectionClosed", connection)
                        .values());
    }
}
