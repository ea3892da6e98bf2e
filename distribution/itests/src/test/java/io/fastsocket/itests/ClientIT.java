package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What a real client gets from the product as shipped, and from the example echo. */
@NeedsNode
class ClientIT {

    private static final String PROBE =
            """
            @OnEvent("sum") int sum(byte[] data) {
                int sum = 0;
                for (byte b : data) sum += b;
                return sum;
            }
            record Parcel(String name, byte[] data) {}
            @OnEvent("parcel") Parcel parcel(Parcel parcel) {
                return new Parcel(parcel.name() + "!", parcel.data());
            }
            @OnEvent("both") void both(String left, int right, Ack<Object> ack) {
                ack.sendAll(right, left);
            }
            @OnEvent("ask") java.util.concurrent.CompletionStage<String> ask(int millis, Socket socket) {
                return socket.timeout(java.time.Duration.ofMillis(millis))
                        .emitWithAck("question", "why?", String.class)
                        .thenApply(answer -> "you said " + answer);
            }
            @OnEvent("leave") void leave(Socket socket) { socket.disconnect(); }
            """;

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.start("client");
        node = NodeClient.start();
        product.deploy(Setup.exampleJar("echo"), "echo.jar");
        product.deploy(PluginJar.handler("test.probe", "1.0.0", PROBE), "probe.jar");
        try (ClientSocket socket = node.connect(product.url())) {
            socket.awaitAnswer("1", "echo", 1);
            socket.awaitAnswer("3", "sum", NodeClient.binary((byte) 1, (byte) 2));
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    @Test
    void greetsOverWebSocket() {
        greets(List.of("websocket"), "websocket");
    }

    @Test
    void greetsOverPolling() {
        greets(List.of("polling"), "polling");
    }

    @Test
    void greetsBeforeAndAfterTheUpgrade() {
        greets(List.of("polling", "websocket"), "websocket");
    }

    private static void greets(List<String> transports, String last) {
        try (ClientSocket socket = node.connect(product.url(), Map.of("transports", transports))) {
            JsonNode greeting = Product.json("{\"message\":\"Hello, Ada!\"}");
            assertThat(socket.call("hello", Map.of("name", "Ada"))).isEqualTo(greeting);
            Await.until(
                    "on " + last,
                    NodeClient.PATIENCE,
                    () -> socket.state().path("transport").asText().equals(last));
            assertThat(socket.call("hello", Map.of("name", "Ada"))).isEqualTo(greeting);
        }
    }

    @Test
    void namesTheFieldThatIsWrongAndStaysOpen() {
        try (ClientSocket socket = node.connect(product.url())) {
            assertInvalid(socket.call("hello", Map.of("name", " ")), "hello", "name");
            assertInvalid(socket.call("hello", Map.of("name", 7)), "hello", "name");
            assertInvalid(socket.call("hello", Map.of()), "hello", "name");
            assertInvalid(
                    socket.call(
                            "order",
                            Map.of("item", "", "quantity", 0, "cents", -1, "currency", "euro")),
                    "order",
                    "cents",
                    "currency",
                    "item",
                    "quantity");
            assertThat(socket.call("hello").at("/error/code").asInt()).isEqualTo(4001);
            assertThat(socket.call("hello", "Ada").at("/error/code").asInt()).isEqualTo(4001);
            assertThat(socket.call("echo", 1).asInt()).isEqualTo(1);
            assertThat(socket.disconnects()).isZero();
        }
    }

    private static void assertInvalid(JsonNode answer, String event, String... paths) {
        JsonNode error = answer.path("error");
        assertThat(error.path("code").asInt()).as("%s", answer).isEqualTo(4001);
        assertThat(error.path("reason").asText()).isEqualTo("validation");
        assertThat(error.path("event").asText()).isEqualTo(event);
        assertThat(error.path("details").findValuesAsText("path")).containsExactlyInAnyOrder(paths);
    }

    @Test
    void answersAnOrder() {
        try (ClientSocket socket = node.connect(product.url())) {
            JsonNode receipt =
                    socket.call(
                            "order",
                            Map.of("item", "tea", "quantity", 3, "cents", 250, "currency", "EUR"));
            assertThat(receipt)
                    .isEqualTo(
                            Product.json(
                                    "{\"item\":\"tea\",\"quantity\":3,\"totalCents\":750,"
                                            + "\"currency\":\"EUR\"}"));
        }
    }

    @Test
    void saysSoWhenNothingHandlesAnEvent() {
        try (ClientSocket socket = node.connect(product.url())) {
            JsonNode error = socket.call("nobody", 1).path("error");
            assertThat(error.path("code").asInt()).isEqualTo(4004);
            assertThat(error.path("event").asText()).isEqualTo("nobody");

            socket.emit("nobody", 1);
            JsonNode event = socket.take("error", 1);
            assertThat(event.at("/0/0/error/code").asInt()).isEqualTo(4004);
            assertThat(socket.disconnects()).isZero();
        }
    }

    @Test
    void carriesBinariesBothWays() {
        Map<String, String> bytes = NodeClient.binary((byte) 0, (byte) 127, (byte) -1);
        for (String transport : List.of("websocket", "polling")) {
            try (ClientSocket socket =
                    node.connect(product.url(), Map.of("transports", List.of(transport)))) {
                JsonNode echoed = socket.callAll("echo", "a", bytes, Map.of("deep", bytes));
                assertThat(echoed.at("/1/$binary").asText()).isEqualTo(bytes.get("$binary"));
                assertThat(echoed.at("/2/deep/$binary").asText()).isEqualTo(bytes.get("$binary"));
                assertThat(socket.call("sum", bytes).asInt()).isEqualTo(126);
                JsonNode parcel = socket.call("parcel", Map.of("name", "p", "data", bytes));
                assertThat(parcel.path("name").asText()).isEqualTo("p!");
                assertThat(parcel.at("/data/$binary").asText()).isEqualTo(bytes.get("$binary"));
            }
        }
    }

    @Test
    void takesAndGivesSeveralArguments() {
        try (ClientSocket socket = node.connect(product.url())) {
            assertThat(socket.callAll("both", "left", 2)).isEqualTo(Product.json("[2,\"left\"]"));
            assertThat(socket.callAll("echo")).isEmpty();
            assertThat(socket.callAll("echo", 1, "two", List.of(3)))
                    .isEqualTo(Product.json("[1,\"two\",[3]]"));
        }
    }

    @Test
    void broadcastsToARoom() {
        try (ClientSocket first = node.connect(product.url());
                ClientSocket second =
                        node.connect(product.url(), Map.of("transports", List.of("polling")));
                ClientSocket outsider = node.connect(product.url())) {
            assertThat(first.call("join", "lobby").asText()).isEqualTo("ok");
            assertThat(second.call("join", "lobby").asText()).isEqualTo("ok");
            JsonNode news = Product.json("{\"text\":\"hi\"}");
            assertThat(outsider.call("bcast", "lobby", news).asText()).isEqualTo("ok");
            assertThat(first.call("bcast", "lobby", news).asText()).isEqualTo("ok");
            assertThat(first.take("news", 2).at("/1/0")).isEqualTo(news);
            assertThat(second.take("news", 2).at("/1/0")).isEqualTo(news);
            assertThat(outsider.call("echo", 1).asInt()).isEqualTo(1);
            assertThat(outsider.state().path("unread").asInt()).isZero();
        }
    }

    @Test
    void asksTheClientAndTakesItsAnswer() {
        try (ClientSocket socket = node.connect(product.url())) {
            JsonNode late = socket.call("ask", 50);
            assertThat(late.at("/error/code").asInt()).as("%s", late).isEqualTo(4008);
            socket.answer("question", "because");
            assertThat(socket.call("ask", 50_000).asText()).isEqualTo("you said because");
        }
    }

    @Test
    void takesAClientOutOfTheNamespace() {
        try (ClientSocket socket = node.connect(product.url())) {
            socket.emit("leave");
            Await.until("out", NodeClient.PATIENCE, () -> !socket.connected());
            assertThat(socket.state().at("/disconnects/0").asText())
                    .isEqualTo("io server disconnect");
        }
    }

    @Test
    void refusesInTheHandshake() {
        String chat =
                """
                package test.chat;

                import io.fastsocket.api.*;
                import org.osgi.service.component.annotations.Component;

                @Component
                @Namespace("/chat")
                public final class Chat implements EventHandlers {
                    record Auth(String token) {}
                    @OnHandshake void admit(Handshake handshake) {
                        if (handshake.auth().isEmpty()) throw new EventException(10001, "please sign in");
                        if (!handshake.auth().as(Auth.class).token().equals("t")) {
                            throw new EventException(10002, "wrong token");
                        }
                    }
                    @OnConnect void joined(Socket socket) { socket.emit("welcome", socket.id()); }
                    @OnEvent("whoami") String whoami(Socket socket) { return socket.namespace(); }
                }
                """;
        String url = product.url() + "/chat";
        Map<String, Object> plain = Map.of("transports", List.of("websocket"));
        assertThat(node.connectError(url, plain).path("message").asText())
                .isEqualTo("Invalid namespace");

        product.deploy(
                PluginJar.named("test.chat", "1.0.0").source("Chat", chat).build(), "chat.jar");
        Await.until(
                "refused by the plugin",
                NodeClient.PATIENCE,
                () ->
                        node.connectError(url, plain)
                                .path("message")
                                .asText()
                                .equals("please sign in"));
        assertThat(node.connectError(url, plain).at("/data/code").asInt()).isEqualTo(10001);
        Map<String, Object> wrong = Map.of("auth", Map.of("token", "x"));
        assertThat(node.connectError(url, wrong).at("/data/code").asInt()).isEqualTo(10002);

        Map<String, Object> right = Map.of("auth", Map.of("token", "t"));
        try (ClientSocket socket = node.connect(url, right)) {
            assertThat(socket.take("welcome", 1).at("/0/0").asText()).isEqualTo(socket.id());
            assertThat(socket.call("whoami").asText()).isEqualTo("/chat");

            product.delete("chat.jar");
            Await.until("gone with its plugin", NodeClient.PATIENCE, () -> !socket.connected());
        }
    }

    @Test
    void servesTheClientLibrary() {
        assertThat(product.transport("/socket.io/socket.io.js").statusCode()).isEqualTo(200);
        assertThat(product.transport("/socket.io/socket.io.js").body()).contains("Socket.IO v4");
    }
}
