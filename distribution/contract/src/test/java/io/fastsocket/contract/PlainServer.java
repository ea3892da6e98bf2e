package io.fastsocket.contract;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.SocketIOServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** netty-socketio as it comes, with the contract's handlers written as its users write them. */
final class PlainServer implements ServerUnderTest {

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final SocketIOServer server;
    private final Duration patience;

    /** The argument of {@code nested}. */
    static final class Nested {
        public String name;
        public byte[] data;
    }

    PlainServer(Duration patience) {
        this.patience = patience;
        server = started();
    }

    /** It cannot say which port it has taken, and the one that was free may be somebody else's. */
    private SocketIOServer started() {
        for (int left = 10; ; left--) {
            SocketIOServer made = made();
            try {
                made.start();
                return made;
            } catch (RuntimeException e) {
                made.stop();
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private SocketIOServer made() {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(freePort());
        configuration.setWorkerThreads(1);
        SocketIOServer made = new SocketIOServer(configuration);
        handle(made.addNamespace("/private"));
        made.getNamespace("/private")
                .addAuthTokenListener(
                        (auth, client) ->
                                Map.of("token", "t").equals(auth)
                                        ? AuthTokenResult.AuthTokenResultSuccess
                                        : new AuthTokenResult(
                                                false, Map.of("message", "not for you")));
        handle(made.getNamespace(""));
        return made;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(SocketIONamespace namespace) {
        namespace.addEventListener(
                "echo",
                Object.class,
                (client, value, ack) -> {
                    note(namespace, "echo");
                    answer(client, ack, "echo", value);
                });
        namespace.addEventListener(
                "binary",
                byte[].class,
                (client, value, ack) -> {
                    note(namespace, "binary " + HexFormat.of().formatHex(value));
                    answer(client, ack, "binary", value);
                });
        namespace.addEventListener(
                "nested",
                Nested.class,
                (client, value, ack) -> {
                    note(namespace, "nested " + HexFormat.of().formatHex(value.data));
                    answer(client, ack, "nested", value);
                });
        namespace.addEventListener(
                "hold",
                Object.class,
                (client, value, ack) -> {
                    note(namespace, "hold");
                    released.await();
                    answer(client, ack, "hold", value);
                });
    }

    private void note(SocketIONamespace namespace, String what) {
        String name = namespace.getName();
        handled.add((name.isEmpty() ? "/" : name) + " " + what);
    }

    private static void answer(SocketIOClient client, AckRequest ack, String event, Object value) {
        if (ack.isAckRequested()) {
            ack.sendAckData(value);
        } else {
            client.sendEvent(event + "-back", value);
        }
    }

    @Override
    public int port() {
        return server.getConfiguration().getPort();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public List<String> handled() {
        return handled;
    }

    @Override
    public void release() {
        released.countDown();
    }

    @Override
    public void broadcast(Object payload) {
        server.getBroadcastOperations().sendEvent("news", payload);
    }

    @Override
    public int sockets() {
        return server.getAllClients().size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
