package io.fastsocket.transport;

import io.fastsocket.transport.socketio.SocketIoServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The engine by itself, to try clients and protocol suites on: {@code <port>} for Socket.IO, {@code
 * <port> echo} for Engine.IO that sends messages back; then {@code <key>=<value>} of the
 * configuration. Ends with its input.
 */
final class ScratchServer {

    private ScratchServer() {}

    /** The configuration's defaults with some values changed. */
    static Settings settings(Object... changes) {
        Map<String, Object> values = new HashMap<>();
        for (var attribute : TransportConfiguration.class.getDeclaredMethods()) {
            values.put(attribute.getName(), attribute.getDefaultValue());
        }
        for (int i = 0; i < changes.length; i += 2) {
            values.put((String) changes[i], changes[i + 1]);
        }
        return Settings.of(values);
    }

    static Engine echo(int port, Settings settings) throws IOException {
        return Engine.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                settings,
                new SocketIoServer(new FakeDispatcher(), settings.socketIo(), null),
                EngineIoEcho::new);
    }

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        boolean echo = args.length > 1 && args[1].equals("echo");
        Object[] changes =
                Arrays.stream(args)
                        .skip(echo ? 2 : 1)
                        .flatMap(change -> Arrays.stream(change.split("=", 2)))
                        .toArray();
        Settings settings = settings(changes);
        Engine engine =
                echo
                        ? echo(port, settings)
                        : Engine.open(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                settings,
                                new FakeDispatcher());
        System.out.println("listening on " + engine.address());
        while (System.in.read() >= 0) {
            // Waits for the end of the input.
        }
        engine.settle();
        engine.close(true);
    }
}
