package io.fastsocket.shell.remote;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Listens for the command line. Runs on platform threads: operators must get through when a runaway
 * plugin holds all carriers of virtual ones.
 */
public final class CommandServer implements AutoCloseable {

    /** Commands that run at once; each takes two threads. */
    private static final int LIMIT = 128;

    private static final Logger LOG = LoggerFactory.getLogger(CommandServer.class);

    private final SocketPlace place;
    private final CommandHandler handler;
    private final ServerSocketChannel listening;
    private final Semaphore free = new Semaphore(LIMIT);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private CommandServer(
            SocketPlace place, CommandHandler handler, ServerSocketChannel listening) {
        this.place = place;
        this.handler = handler;
        this.listening = listening;
    }

    /**
     * Opens the socket. If that fails, the log says so, and the server runs without a command line.
     *
     * @param home the instance's home
     * @param handler answers
     * @param first what is done before the first command is answered, while others go on starting
     * @return the server, or null
     */
    public static CommandServer start(Path home, CommandHandler handler, Runnable first) {
        SocketPlace place = new SocketPlace(home);
        try {
            CommandServer server = new CommandServer(place, handler, open(place.prepare()));
            Thread.ofPlatform()
                    .daemon()
                    .name("shell-accept")
                    .start(
                            () -> {
                                first.run();
                                server.accept();
                            });
            return server;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("The command line cannot reach this server: no socket in {}: {}", home, e);
            return null;
        }
    }

    private static ServerSocketChannel open(Path name) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(name));
            Files.setPosixFilePermissions(name, PosixFilePermissions.fromString("rw-------"));
            return channel;
        } catch (IOException | UnsupportedOperationException e) {
            channel.close();
            throw e;
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                SocketChannel channel = listening.accept();
                Connection connection = new Connection(new ChunkChannel(channel), handler);
                boolean admitted = free.tryAcquire();
                connections.add(connection);
                Thread.ofPlatform()
                        .daemon()
                        .name("shell-connection")
                        .start(() -> serve(connection, admitted));
            } catch (IOException e) {
                if (listening.isOpen()) {
                    LOG.warn("A connection of the command line was not accepted: {}", e.toString());
                }
            }
        }
    }

    private void serve(Connection connection, boolean admitted) {
        try {
            if (admitted) {
                connection.serve();
            } else {
                connection.refuse(LIMIT + " commands run at once, which is the limit; try later");
            }
        } finally {
            connections.remove(connection);
            if (admitted) {
                free.release();
            }
        }
    }

    /** Ends what runs, and takes the socket away. */
    @Override
    public void close() {
        try {
            listening.close();
            connections.forEach(Connection::close);
            place.remove();
        } catch (IOException e) {
            LOG.warn("The command line's socket cannot be removed: {}", e.toString());
        }
    }
}
