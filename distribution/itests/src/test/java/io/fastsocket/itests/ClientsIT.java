package io.fastsocket.itests;

import static io.fastsocket.itests.ConformanceProduct.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawPolling;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Other clients than the newest of JavaScript: older ones, Java's and Python's. */
@NeedsNode
@Isolated("its heartbeats are quicker than a busy machine")
@ExtendWith(ConformanceProduct.class)
class ClientsIT {

    private static final String ROOMS =
            """
            package test.rooms;

            import io.fastsocket.api.*;
            import org.osgi.service.component.annotations.Component;

            @Component
            @Namespace("/room-{id}")
            public final class Rooms implements EventHandlers {
                @OnConnect void welcome(Socket socket, @NamespaceValue("id") String id) {
                    socket.emit("welcome", id);
                }
                @OnEvent("all") void all(String text, SocketServer server, Socket socket) {
                    server.of(socket.namespace()).emit("news", text);
                }
            }
            """;

    private static NodeClient node;

    @BeforeAll
    static void start() {
        node = NodeClient.start();
        product()
                .deploy(
                        PluginJar.named("test.rooms", "1.0.0").source("Rooms", ROOMS).build(),
                        "rooms.jar");
    }

    @AfterAll
    static void stop() {
        node.close();
        product().delete("rooms.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket.io-client", "socket.io-client-4.0", "socket.io-client-3.1"})
    void servesJavaScript(String library) {
        Map<String, Object> both = Map.of("transports", List.of("polling", "websocket"));
        Map<String, String> bytes = NodeClient.binary((byte) 1, (byte) -1);
        try (ClientSocket socket = node.connect(product().url(), both, library)) {
            Await.until(
                    "upgraded",
                    NodeClient.PATIENCE,
                    () -> socket.state().path("transport").asText().equals("websocket"));
            JsonNode answer = socket.callAll("message-with-ack", 1, Map.of("b", bytes));
            assertThat(answer.at("/1/b/$binary").asText()).isEqualTo(bytes.get("$binary"));

            ClientSocket custom = node.join(socket, "/custom");
            assertThat(custom.take("auth", 1).at("/0/0")).isEmpty();
            custom.close();
            assertThat(socket.call("message-with-ack", 2).asInt()).isEqualTo(2);

            socket.cut();
            Await.until(
                    "back",
                    NodeClient.PATIENCE,
                    () -> socket.connected() && socket.state().path("connects").asInt() >= 2);
            assertThat(socket.call("message-with-ack", 3).asInt()).isEqualTo(3);
        }
    }

    @Test
    void servesDynamicNamespacesOnOneConnection() {
        try (ClientSocket socket = node.connect(product().url())) {
            Await.until(
                    "the plugin is there",
                    NodeClient.PATIENCE,
                    () ->
                            !node.connectError(product().url() + "/room-", Map.of())
                                            .path("connected")
                                            .asBoolean()
                                    && product().log().contains("test.rooms"));
            ClientSocket seven = node.join(socket, "/room-7");
            ClientSocket eight = node.join(socket, "/room-8");
            assertThat(seven.take("welcome", 1).at("/0/0").asText()).isEqualTo("7");
            assertThat(eight.take("welcome", 1).at("/0/0").asText()).isEqualTo("8");
            seven.emit("all", "for seven");
            assertThat(seven.take("news", 1).at("/0/0").asText()).isEqualTo("for seven");
            eight.emit("all", "for eight");
            assertThat(eight.take("news", 1).at("/0/0").asText()).isEqualTo("for eight");
        }
    }

    /** What Engine.IO 3 is told; its client shows the status only, the log says more. */
    @ParameterizedTest
    @CsvSource({"polling,xhr poll error", "websocket,websocket error"})
    void refusesEngineIo3(String transport, String message) {
        Map<String, Object> options =
                Map.of("transports", List.of(transport), "reconnection", false);
        JsonNode refused = node.connectError(product().url(), options, "socket.io-client-2.5");
        assertThat(refused.path("message").asText()).isEqualTo(message);
        if (transport.equals("polling")) {
            assertThat(refused.path("status").asInt()).isEqualTo(400);
        }
        assertThat(RawPolling.request(product().port(), "GET", "EIO=3&transport=polling").body())
                .isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
        Await.until(
                "in the log",
                NodeClient.PATIENCE,
                () -> product().log().contains("Engine.IO 3, as socket.io-client 1 and 2 speak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void servesJava(String transports) throws Exception {
        JavaClient.check(product().url(), transports.split(","));
    }

    @NeedsPython
    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void servesPython(String transports) {
        Command run =
                Command.run(
                        Setup.python(),
                        NodeClient.PATIENCE.multipliedBy(3),
                        List.of(
                                NeedsPython.Condition.python(),
                                "client.py",
                                product().url(),
                                transports));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out()).contains("is served over " + transports);
    }
}
