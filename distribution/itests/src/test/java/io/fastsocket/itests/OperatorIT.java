package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Operators over Socket.IO, by npm's client: {@code asyncapi/operator.yaml} on the product. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the token of OperatorIT")
@NeedsNode
class OperatorIT {

    private static final String PID = "io.fastsocket.operator";
    private static final String TOKEN = "token-of-the-operators";
    private static final Path CONTRACT = Setup.contracts().resolve("operator.yaml");

    private static Product product;
    private static NodeClient client;

    @BeforeAll
    static void start() {
        product = Product.start("operator");
        client = NodeClient.start();
    }

    @AfterAll
    static void stop() {
        client.close();
        product.stop();
    }

    @BeforeEach
    void closed() {
        configure("");
        awaitOperators(false);
    }

    /** Nobody gets in while there is none; many are tried with, so no limit is in the way. */
    private static void configure(String token) {
        product.configure(PID, "token = " + token + "\ninterval = 100\nattempts = 1000\n");
    }

    private static void open() {
        configure(TOKEN);
        awaitOperators(true);
    }

    private static void awaitOperators(boolean there) {
        Await.until(
                "operators: " + there,
                NodeClient.PATIENCE,
                () -> product.http("/status.json").body().contains("/operator\"") == there);
    }

    private static String url() {
        return product.url() + "/operator";
    }

    private static Map<String, ?> with(String token) {
        return Map.of("transports", List.of("websocket"), "auth", Map.of("token", token));
    }

    private static ClientSocket operator() {
        return client.connect(url(), with(TOKEN));
    }

    @Test
    void withoutATokenThereIsNothing() {
        assertThat(client.connectError(url(), with(TOKEN)).path("message").asText())
                .isEqualTo("Invalid namespace");
        assertThat(product.http("/asyncapi.json").body()).doesNotContain("/operator");
    }

    @Test
    void onlyTheTokenOpensAndNoLogHasIt() {
        open();
        for (String wrong : List.of("a-token-of-somebody-else", "")) {
            JsonNode refused = client.connectError(url(), with(wrong));
            assertThat(refused.path("message").asText()).isEqualTo("wrong token");
            assertThat(refused.path("data").path("code").asInt()).isEqualTo(4003);
        }
        try (ClientSocket operator = operator()) {
            assertThat(operator.call("status").path("version").asText()).startsWith("0.1.0");
        }
        assertThat(product.log())
                .contains("An operator from 127.0.0.1 was refused: wrong token")
                .doesNotContain(TOKEN, "a-token-of-somebody-else");
    }

    @Test
    void whoGuessesIsKeptOutForAWhile() {
        product.configure(PID, "token = " + TOKEN + "\nattempts = 1\n");
        awaitOperators(true);
        client.connectError(url(), Map.of());
        JsonNode refused = client.connectError(url(), with(TOKEN));
        assertThat(refused.path("data").path("code").asInt()).isEqualTo(4032);
    }

    @Test
    void watchesStatusAndPlugins() {
        open();
        try (ClientSocket operator = operator()) {
            JsonNode watching =
                    operator.call("watch", Map.of("topics", List.of("plugin", "status")));
            assertThat(watching.path("topics")).hasSize(2);
            assertThat(watching.path("intervalMillis").asInt()).isEqualTo(100);
            JsonNode status = operator.take("status", 2).path(1).path(0);
            assertThat(status.path("namespaces").toString()).contains("/operator");
            assertThat(status.path("plugins").path("active").asInt()).isEqualTo(1);

            Path jar = PluginJar.answering("test.watched", "1.0.0", "who", "one");
            product.deploy(jar, "watched.jar");
            JsonNode change = operator.take("plugin", 1).path(0).path(0);
            assertThat(change.path("name").asText()).isEqualTo("test.watched");
            assertThat(change.path("what").asText()).isEqualTo("activated");
            product.deploy(
                    PluginJar.answering("test.watched", "1.1.0", "who", "two"), "watched.jar");
            assertThat(operator.take("plugin", 1).path(0).path(0).path("version").asText())
                    .isEqualTo("1.1.0");
            Await.until(
                    "listed",
                    NodeClient.PATIENCE,
                    () -> operator.call("plugins").toString().contains("1.1.0"));
            assertThat(operator.call("events").toString()).contains("\"who\"", "/operator");
            assertThat(operator.call("streams")).isEmpty();
            product.delete("watched.jar");
            assertThat(operator.take("plugin", 1).path(0).path(0).path("what").asText())
                    .isEqualTo("removed");

            operator.call("watch", Map.of("topics", List.of()));
            int before = operator.count("status");
            operator.call("status");
            Await.until(
                    "another watches",
                    NodeClient.PATIENCE,
                    () -> {
                        try (ClientSocket other = operator()) {
                            other.call("watch", Map.of("topics", List.of("status")));
                            return other.take("status", 2).size() == 2;
                        }
                    });
            assertThat(operator.count("status")).isEqualTo(before);
            JsonNode wrong = operator.call("watch", Map.of("topics", List.of("weather")));
            assertThat(wrong.path("error").path("code").asInt()).isEqualTo(4001);
        }
    }

    @Test
    void anotherTokenSendsAwayWhoCameByTheOldOne() {
        open();
        ClientSocket old = operator();
        configure(TOKEN + "-2");
        Await.until("sent away", NodeClient.PATIENCE, () -> old.disconnects() == 1);
        assertThat(old.state().path("disconnects").path(0).asText())
                .isEqualTo("io server disconnect");
        assertThat(client.connectError(url(), with(TOKEN)).path("data").path("code").asInt())
                .isEqualTo(4003);
        try (ClientSocket fresh = client.connect(url(), with(TOKEN + "-2"))) {
            configure("");
            Await.until("closed", NodeClient.PATIENCE, () -> fresh.disconnects() == 1);
        }
    }

    /** Many namespaces with long names make the status large. */
    @Test
    void whoReadsSlowlyGetsFewer() {
        open();
        product.deploy(
                PluginJar.named("test.rooms", "1.0.0")
                        .source(
                                "Rooms",
                                """
                                package test.rooms;

                                import io.fastsocket.api.*;
                                import org.osgi.service.component.annotations.*;

                                @Component
                                @Namespace("/large-{id}")
                                public final class Rooms implements EventHandlers {
                                    @OnEvent("who") String who() { return "one"; }
                                }
                                """)
                        .build(),
                "rooms.jar");
        Await.until(
                "deployed",
                NodeClient.PATIENCE,
                () -> product.http("/status.json").body().contains("test.rooms"));
        try (ClientSocket slow = operator();
                ClientSocket quick = operator()) {
            for (int connection = 0; connection < 5; connection++) {
                ClientSocket many = client.connect(product.url());
                for (int i = 0; i < 90; i++) {
                    client.join(many, "/large-" + "x".repeat(400) + connection + "-" + i);
                }
            }
            slow.call("watch", Map.of("topics", List.of("status")));
            quick.call("watch", Map.of("topics", List.of("status")));
            slow.take("status", 1);
            slow.hold(true);
            quick.take("status", 100);
            slow.hold(false);
            slow.call("status");
            assertThat(slow.disconnects()).isZero();
            assertThat(slow.count("status")).isLessThan(90);
            slow.take("status", slow.count("status") + 1);
        } finally {
            product.delete("rooms.jar");
        }
    }

    @Test
    void noPluginMayHaveTheirNamespace() {
        product.deploy(
                PluginJar.named("test.thief", "1.0.0")
                        .source(
                                "Thief",
                                """
                                package test.thief;

                                import io.fastsocket.api.*;
                                import org.osgi.service.component.annotations.*;

                                @Component
                                @Namespace("/operator")
                                public final class Thief implements EventHandlers {
                                    @OnHandshake void admit(Handshake handshake) {}
                                }
                                """)
                        .build(),
                "thief.jar");
        Await.until(
                "refused",
                NodeClient.PATIENCE,
                () ->
                        product.rejection("thief.jar")
                                .contains(
                                        "namespace /operator is the server's own, for operators"));
        product.delete("thief.jar");
    }

    @Test
    void theLiveContractSaysWhatTheFileSays() throws Exception {
        open();
        Path folder = Setup.newFolder("operator-contract");
        JsonNode file = document(folder.resolve("file.json"), "bundle", CONTRACT.toString());
        JsonNode live =
                document(
                        folder.resolve("live.json"), "export", "--home", product.home().toString());

        assertThat(said(live)).isNotEmpty().isEqualTo(said(file));
        for (Map.Entry<String, JsonNode> schema :
                file.path("components").path("schemas").properties()) {
            assertThat(live.path("components").path("schemas").path(schema.getKey()))
                    .as(schema.getKey())
                    .isEqualTo(schema.getValue());
        }
        assertThat(live.path("channels").path("operator").path("bindings"))
                .isEqualTo(file.path("channels").path("operator").path("bindings"));
        assertThat(live.path("x-fastsocket-plugins").toString()).contains(PID);
        Command valid =
                Product.command(
                        "asyncapi",
                        "validate",
                        "--strict",
                        CONTRACT.toString(),
                        folder.resolve("live.json").toString());
        assertThat(valid.exitCode()).as(valid.text()).isZero();
        assertThat(product.http("/docs/events").body()).contains("id=\"/operator/watch\"");
    }

    private static JsonNode document(Path file, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("asyncapi"));
        all.addAll(List.of(words));
        all.addAll(List.of("-o", file.toString()));
        Command made = Product.command(all.toArray(String[]::new));
        assertThat(made.exitCode()).as(made.text()).isZero();
        return Product.json(Files.readString(file));
    }

    /** Payloads of {@code /operator}, by direction and event; errors are the server's to say. */
    private static Map<String, JsonNode> said(JsonNode document) {
        Map<String, JsonNode> said = new TreeMap<>();
        for (JsonNode operation : document.path("operations")) {
            if (!operation.path("channel").path("$ref").asText().equals("#/channels/operator")) {
                continue;
            }
            JsonNode message = referred(document, operation.path("messages").path(0));
            String event = operation.path("action").asText() + " " + message.path("name").asText();
            said.put(event, message.path("payload"));
            if (operation.has("reply")) {
                JsonNode answer =
                        referred(document, operation.path("reply").path("messages").path(0));
                said.put(event + ", answered", answer.path("payload"));
            }
        }
        said.remove("send error");
        return said;
    }

    private static JsonNode referred(JsonNode document, JsonNode node) {
        return node.has("$ref")
                ? referred(document, document.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    @Test
    void itsExamplesArePlayed() {
        open();
        String auth = "{\"token\":\"%s\"}".formatted(TOKEN);
        Command played =
                Product.command(
                        "asyncapi",
                        "test",
                        "--auth",
                        auth,
                        CONTRACT.toString(),
                        "--url",
                        product.url());
        assertThat(played.exitCode()).as(played.text()).isZero();
        assertThat(played.out()).contains("/operator  watch", " 0 failed");
    }

    @Test
    void aSwapIsSeenWithinASecond() {
        open();
        product.deploy(PluginJar.answering("test.swapped", "1.0.0", "swap", "one"), "swapped.jar");
        Await.until(
                "deployed",
                NodeClient.PATIENCE,
                () -> product.http("/status.json").body().contains("test.swapped"));
        try (ClientSocket operator = operator()) {
            operator.call("watch", Map.of("topics", List.of("plugin")));
            Path next = PluginJar.answering("test.swapped", "1.1.0", "swap", "two");
            product.deploy(next, "swapped.jar");
            JsonNode change = operator.take("plugin", 1).path(0).path(0);
            Duration since =
                    Duration.between(Instant.parse(change.path("time").asText()), Instant.now());
            assertThat(change.path("version").asText()).isEqualTo("1.1.0");
            assertThat(since).isLessThan(Duration.ofSeconds(1));
        } finally {
            product.delete("swapped.jar");
        }
    }
}
