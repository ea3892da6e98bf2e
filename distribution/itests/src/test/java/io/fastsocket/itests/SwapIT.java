package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The example echo is swapped while 20 sockets send 1,000 events a second: nothing is lost, failed,
 * handled twice or out of order, and nobody is disconnected. {@code distribution/benchmarks} has
 * the long form.
 */
@NeedsNode
class SwapIT {

    private static final int ROUNDS = 5;
    private static final String PID = "io.fastsocket.examples.echo";

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.start("swap");
        product.configure("io.fastsocket.plugins", "collectTime=500\n");
        product.deploy(Setup.exampleJar("echo"), "echo.jar");
        node = NodeClient.start();
        try (ClientSocket socket = node.connect(product.url())) {
            socket.awaitAnswer("1", "echo", 1);
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    /** Something that makes the component anew. */
    private interface Change {
        void make(int round) throws IOException;
    }

    @Test
    void overwritesTheJar() throws IOException {
        Path jar = Setup.exampleJar("echo");
        underLoad(
                round ->
                        Files.write(
                                product.plugin("echo.jar"),
                                PluginJar.variant(jar, "round " + round)));
    }

    @Test
    void overwritesTheJarByRenaming() throws IOException {
        Path jar = Setup.exampleJar("echo");
        underLoad(
                round -> {
                    Path part = product.plugin("echo.jar.part");
                    Files.write(part, PluginJar.variant(jar, "renamed " + round));
                    Files.move(
                            part,
                            product.plugin("echo.jar"),
                            java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                });
    }

    @Test
    void editsTheConfiguration() throws IOException {
        underLoad(round -> product.configure(PID, "label=round " + round + "\n"));
        try (ClientSocket socket = node.connect(product.url())) {
            assertThat(socket.call("version").path("label").asText()).isEqualTo("round " + ROUNDS);
        }
    }

    /** {@code benchmarks/redeploy.mjs} has the long form. */
    @Test
    void leavesNothingOfTheRevisionsThatWereReplaced() throws IOException {
        Path jar = Setup.exampleJar("echo");
        underLoad(
                round ->
                        Files.write(
                                product.plugin("echo.jar"),
                                PluginJar.variant(jar, "collected " + round)));
        Await.until("all are collected", NodeClient.PATIENCE, SwapIT::allAreCollected);
    }

    private static boolean allAreCollected() {
        Command info =
                Product.command(
                        "plugin", "info", PID, "--json", "--home", product.home().toString());
        JsonNode gone = Product.json(info.out()).at("/0/outOfService");
        assertThat(gone.size()).isGreaterThanOrEqualTo(ROUNDS);
        for (JsonNode revision : gone) {
            if (revision.path("collectedAfterMillis").isNull()) {
                return false;
            }
        }
        return true;
    }

    private static void underLoad(Change change) throws IOException {
        try (NodeClient load = NodeClient.start();
                ClientSocket watcher = node.connect(product.url())) {
            load.send("loadStart", Map.of("name", "load", "url", product.url()));
            Set<String> instances = new HashSet<>();
            instances.add(instance(watcher));
            for (int round = 1; round <= ROUNDS; round++) {
                change.make(round);
                Await.until(
                        "the new one answers in round " + round,
                        NodeClient.PATIENCE,
                        () -> instances.add(instance(watcher)));
            }
            assertClean(load.send("loadStop", Map.of("name", "load")));
            assertThat(watcher.disconnects()).isZero();
        }
    }

    private static String instance(ClientSocket socket) {
        JsonNode version = socket.call("version");
        assertThat(version.has("instance")).as("%s", version).isTrue();
        return version.path("instance").asText();
    }

    private static void assertClean(JsonNode ledger) {
        for (String trouble :
                new String[] {"lost", "failed", "twice", "reordered", "disconnects"}) {
            assertThat(ledger.path(trouble).asInt()).as("%s in %s", trouble, ledger).isZero();
        }
        assertThat(ledger.path("sent").asInt()).isPositive();
        assertThat(ledger.path("answered")).isEqualTo(ledger.path("sent"));
    }
}
