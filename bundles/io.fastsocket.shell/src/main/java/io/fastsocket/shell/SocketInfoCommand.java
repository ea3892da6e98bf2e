package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.util.List;

/** {@code socket info}. */
@Command(
        description =
                "Tell all about a socket. Of what the client sent when it connected, only what holds no"
                        + " secret is shown.",
        footer = "socket info 4nC0wMYx")
final class SocketInfoCommand implements OperatorCommand {

    @Parameters(paramLabel = "SOCKET", description = "Its id, or the beginning of it.")
    private String id;

    @Override
    public void run(Invocation invocation) throws CommandException {
        ClientSocket socket = Sockets.find(invocation.need(SocketTransport.class), id);
        HandshakeInfo handshake = socket.handshake();
        Instant since = handshake.time();
        List<String> rooms = Sockets.rooms(socket);
        Sheet sheet = new Sheet();
        sheet.line("id", socket.id());
        sheet.line("namespace", socket.namespace());
        sheet.line("transport", socket.transport());
        sheet.line("remote", Sockets.remote(socket));
        sheet.line("connected", "since", Cell.of(Ago.since(since) + " ago", since.toString()));
        sheet.line("encrypted", handshake.secure());
        sheet.line("rooms", Cell.of(String.join(", ", rooms), rooms));
        sheet.line("user agent", header(handshake, "User-Agent"));
        sheet.line("origin", header(handshake, "Origin"));
        invocation.print(sheet);
    }

    private static String header(HandshakeInfo handshake, String name) {
        return String.join(", ", handshake.headers().getOrDefault(name, List.of()));
    }
}
