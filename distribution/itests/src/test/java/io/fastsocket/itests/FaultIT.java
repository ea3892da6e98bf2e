package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Handlers that misbehave: the client is told, and nobody else notices. */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
class FaultIT {

    private static final String FAULTS =
            """
            @OnEvent("throw") String fail() {
                throw new IllegalStateException("the secret inside");
            }
            @OnEvent("own") String own() {
                throw new EventException(10042, "sold out");
            }
            @OnEvent("refuse") String refuse(@NotNull Integer number) { return "never"; }
            @OnEvent("fine") String fine() { return "fine"; }
            @OnEvent("block") String block() throws InterruptedException {
                Thread.sleep(10_000);
                return "done";
            }
            @OnEvent(value = "slow", timeout = "200ms") String slow() throws InterruptedException {
                Thread.sleep(10_000);
                return "done";
            }
            """;

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.start("fault");
        node = NodeClient.start();
        product.deploy(PluginJar.handler("test.faults", "1.0.0", FAULTS), "faults.jar");
        try (ClientSocket socket = node.connect(product.url())) {
            socket.awaitAnswer("\"fine\"", "fine");
        }
        // So that a blocked handler lives through several heartbeats.
        product.configure("io.fastsocket.transport", "pingInterval=1000\npingTimeout=8000\n");
        Await.until(
                "the heartbeat is quick",
                NodeClient.PATIENCE,
                () -> opening().contains("\"pingInterval\":1000"));
    }

    private static String opening() {
        try {
            return product.transport("/socket.io/?EIO=4&transport=polling").body();
        } catch (java.io.UncheckedIOException e) {
            return "the port is being opened again: " + e.getMessage();
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    /** At the finest level, whatever of what clients and operators send is not for others' eyes. */
    @Test
    void keepsSecretsOutOfTheLog() throws IOException {
        String home = product.home().toString();
        assertThat(Product.command("log", "level", "ROOT", "trace", "--home", home).exitCode())
                .isZero();
        product.configure("test.faults", "password=hush-etc\n");
        Map<String, ?> options =
                Map.of(
                        "auth", Map.of("token", "hush-auth"),
                        "query", Map.of("token", "hush-query"),
                        "extraHeaders", Map.of("Authorization", "Bearer hush-header"));
        try (ClientSocket socket = node.connect(product.url(), options)) {
            assertThat(socket.call("throw").at("/error/code").asInt()).isEqualTo(5000);
            socket.call("refuse", "hush-payload");
        }
        product.configure("test.faults", "password=hush-later\n");
        assertThat(Product.command("log", "level", "ROOT", "info", "--home", home).exitCode())
                .isZero();

        Path log = product.home().resolve("var/log/fastsocket.jsonl");
        Await.until(
                "the last line",
                NodeClient.PATIENCE,
                () -> Files.readString(log).contains("ROOT has level info"));
        assertThat(Files.readString(log)).contains("\"level\":\"DEBUG\"").doesNotContain("hush-");
        assertThat(product.console()).doesNotContain("hush-");
    }

    @Test
    void tellsNothingOfTheInsideButAReference() {
        try (ClientSocket socket = node.connect(product.url())) {
            JsonNode answer = socket.call("throw");
            assertThat(answer.at("/error/code").asInt()).isEqualTo(5000);
            assertThat(answer.at("/error/reason").asText()).isEqualTo("internal");
            assertThat(answer.toString()).doesNotContain("secret", "IllegalState");
            String reference = answer.at("/error/reference").asText();
            assertThat(reference).isNotEmpty();
            Await.until(
                    "reference and cause are in the log",
                    NodeClient.PATIENCE,
                    () ->
                            product.log().contains(reference)
                                    && product.log().contains("the secret inside"));
            assertThat(socket.call("fine").asText()).isEqualTo("fine");
            assertThat(socket.disconnects()).isZero();
        }
    }

    @Test
    void passesOnAnErrorOfThePlugin() {
        try (ClientSocket socket = node.connect(product.url())) {
            JsonNode error = socket.call("own").path("error");
            assertThat(error.path("code").asInt()).isEqualTo(10042);
            assertThat(error.path("reason").asText()).isEqualTo("sold out");
        }
    }

    @Test
    void endsAHandlerThatExceedsItsLimit() {
        try (ClientSocket socket = node.connect(product.url())) {
            assertThat(socket.call("slow").at("/error/code").asInt()).isEqualTo(5004);
            assertThat(socket.call("fine").asText()).isEqualTo("fine");
        }
    }

    @Test
    void blocksNobodyElseAndKeepsTheHeartbeat() {
        int blocked = 8;
        List<ClientSocket> sockets = new ArrayList<>();
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < blocked; i++) {
            ClientSocket socket = node.connect(product.url());
            sockets.add(socket);
            answers.add(
                    CompletableFuture.supplyAsync(
                            () -> socket.callWithin(NodeClient.PATIENCE, "block"),
                            task -> Thread.ofVirtual().start(task)));
        }
        try (ClientSocket other = node.connect(product.url())) {
            int meanwhile = 0;
            while (answers.stream().noneMatch(CompletableFuture::isDone)) {
                assertThat(other.call("fine").asText()).isEqualTo("fine");
                meanwhile++;
            }
            // One that was held up would be answered when the first of them has ended.
            assertThat(meanwhile).isGreaterThan(3);
            assertThat(other.disconnects()).isZero();
        }
        answers.forEach(answer -> assertThat(answer.join().path(0).asText()).isEqualTo("done"));
        sockets.forEach(socket -> assertThat(socket.disconnects()).isZero());
        sockets.forEach(ClientSocket::close);
    }
}
