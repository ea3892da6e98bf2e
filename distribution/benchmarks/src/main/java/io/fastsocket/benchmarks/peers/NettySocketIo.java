package io.fastsocket.benchmarks.peers;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.regex.Pattern;

/** The handlers of the example plugin echo on netty-socketio as it comes. */
public final class NettySocketIo {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private NettySocketIo() {}

    /**
     * What is ordered.
     *
     * @param item at most 40 characters
     * @param quantity 1 to 1,000
     * @param cents 0 to 100,000,000
     * @param currency three letters
     */
    public record Order(String item, int quantity, long cents, String currency) {

        boolean valid() {
            return item != null
                    && !item.isBlank()
                    && item.length() <= 40
                    && quantity >= 1
                    && quantity <= 1000
                    && cents >= 0
                    && cents <= 100_000_000
                    && currency != null
                    && CURRENCY.matcher(currency).matches();
        }
    }

    /**
     * What it comes to.
     *
     * @param item as ordered
     * @param quantity as ordered
     * @param totalCents quantity times price
     * @param currency as ordered
     */
    public record Receipt(String item, int quantity, long totalCents, String currency) {}

    /**
     * Listens on a free port of the loopback interface, and prints which.
     *
     * @param arguments none
     * @throws IOException if it cannot listen
     */
    public static void main(String... arguments) throws IOException {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(freePort());
        SocketIOServer server = new SocketIOServer(configuration);
        handle(server);
        server.start();
        System.out.println("port " + configuration.getPort());
        StandardInput.awaitEnd();
    }

    private static void handle(SocketIOServer server) {
        server.addEventListener("echo", Object.class, (client, data, ack) -> ack.sendAckData(data));
        server.addEventListener(
                "join",
                String.class,
                (client, room, ack) -> {
                    client.joinRoom(room);
                    ack.sendAckData("ok");
                });
        server.addMultiTypeEventListener(
                "bcast",
                (client, arguments, ack) -> {
                    String room = arguments.first();
                    Object payload = arguments.second();
                    server.getRoomOperations(room).sendEvent("news", payload);
                    ack.sendAckData("ok");
                },
                String.class,
                Object.class);
        server.addEventListener(
                "order",
                Order.class,
                (client, order, ack) -> {
                    if (order.valid()) {
                        ack.sendAckData(
                                new Receipt(
                                        order.item(),
                                        order.quantity(),
                                        order.quantity() * order.cents(),
                                        order.currency()));
                    } else {
                        ack.sendAckData(Map.of("error", "validation"));
                    }
                });
    }

    /** The library does not say which port it got when it is given none. */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
