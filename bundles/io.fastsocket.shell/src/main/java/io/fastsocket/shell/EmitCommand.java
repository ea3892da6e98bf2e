package io.fastsocket.shell;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.Json;
import io.fastsocket.api.SocketServer;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/** {@code emit}. */
@Command(
        description =
                "Send an event to clients: to a namespace, to rooms of it, or to one socket. Volatile"
                        + " and acknowledged messages are left to plugins.",
        footer = {
            "emit news --payload '{\"text\":\"hello\"}'",
            "emit news --namespace /chat --room room:lobby --payload @news.json"
        })
final class EmitCommand implements OperatorCommand {

    @Parameters(paramLabel = "EVENT", description = "The event's name.")
    private String event;

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            defaultValue = "/",
            description = "The namespace (${DEFAULT-VALUE}).")
    private String namespace;

    @Option(
            names = "--room",
            paramLabel = "ROOM",
            description = "Only to members of this room. Give it several times for several rooms.")
    private List<String> rooms = new ArrayList<>();

    @Option(names = "--socket", paramLabel = "SOCKET", description = "Only to this socket.")
    private String socket;

    @Option(names = "--payload", paramLabel = "JSON", description = Payloads.DESCRIPTION)
    private List<String> payloads = new ArrayList<>();

    @Override
    public void run(Invocation invocation) throws CommandException {
        SocketServer server = invocation.need(SocketServer.class);
        SocketTransport transport = invocation.need(SocketTransport.class);
        List<String> targets = new ArrayList<>(rooms);
        if (socket != null) {
            if (!rooms.isEmpty()) {
                throw CommandException.usage("--room and --socket cannot stand together");
            }
            ClientSocket client = Sockets.find(transport, socket);
            namespace = client.namespace();
            targets.add(client.id());
        }
        long receivers =
                transport.sockets(namespace).stream()
                        .map(ClientSocket::rooms)
                        .filter(in -> targets.isEmpty() || targets.stream().anyMatch(in::contains))
                        .count();
        Object[] arguments = Payloads.read(payloads, invocation).stream().map(Json::of).toArray();
        try {
            BroadcastOperator choice = server.of(namespace);
            if (!targets.isEmpty()) {
                choice = choice.to(targets.toArray(String[]::new));
            }
            choice.emit(event, arguments);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
        invocation.print(
                "sent " + event + " to " + Figures.count(receivers, "socket") + " of " + namespace,
                new Sheet()
                        .value("event", event)
                        .value("namespace", namespace)
                        .value("sockets", receivers)
                        .values());
    }
}
