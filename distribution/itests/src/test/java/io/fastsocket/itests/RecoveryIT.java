package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Clients that lose their connection and come back soon, with npm's socket.io-client. */
@NeedsNode
class RecoveryIT {

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() throws IOException {
        Path home = Product.newHome("recovery");
        Files.createDirectories(home.resolve("etc"));
        Files.createDirectories(home.resolve("plugins"));
        Files.writeString(
                home.resolve("etc/io.fastsocket.transport.cfg"),
                "recoveryTime = 60000\nrecoveryBytes = 65536\n");
        Files.copy(Setup.exampleJar("echo"), home.resolve("plugins/echo.jar"));
        Files.copy(version(1), home.resolve("plugins/version.jar"));
        product = Product.startIn(home);
        node = NodeClient.start();
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    private static Path version(int number) {
        return PluginJar.handler(
                "test.version",
                number + ".0.0",
                "@OnEvent(\"generation\") int generation() { return "
                        + number
                        + "; }\n"
                        + "@OnEvent(\"recovered\") boolean recovered(Socket s) {"
                        + " return s.recovered(); }");
    }

    private static ClientSocket inTheLobby() {
        ClientSocket socket = node.connect(product.url());
        assertThat(socket.call("join", "lobby").asText()).isEqualTo("ok");
        assertThat(socket.call("recovered").asBoolean()).isFalse();
        return socket;
    }

    private static void tell(ClientSocket from, Object news) {
        assertThat(from.call("bcast", "lobby", news).asText()).isEqualTo("ok");
    }

    private static JsonNode back(ClientSocket socket) {
        socket.comeBack();
        Await.until(
                "back",
                NodeClient.PATIENCE,
                () -> socket.connected() && socket.state().path("connects").asInt() >= 2);
        return socket.state();
    }

    @Test
    void givesBackWhatWasMissedAlsoAfterASwap() {
        try (ClientSocket socket = inTheLobby();
                ClientSocket other = node.connect(product.url())) {
            tell(other, "one");
            assertThat(socket.take("news", 1).at("/0/0").asText()).isEqualTo("one");
            socket.cutForGood();
            tell(other, "two");
            product.deploy(version(2), "version.jar");
            other.awaitAnswer("2", "generation");
            tell(other, "three");

            JsonNode state = back(socket);
            assertThat(state.path("recovered").asBoolean()).isTrue();
            assertThat(state.path("id").asText()).isEqualTo(socket.id());
            JsonNode news = socket.take("news", 2);
            assertThat(news.at("/0/0").asText()).isEqualTo("two");
            assertThat(news.at("/1/0").asText()).isEqualTo("three");
            assertThat(socket.call("recovered").asBoolean()).isTrue();
            assertThat(socket.call("generation").asInt()).isEqualTo(2);
            tell(other, "four");
            assertThat(socket.take("news", 1).at("/0/0").asText()).isEqualTo("four");
        }
    }

    @Test
    void beginsAnewWhenNotEverythingIsThere() {
        try (ClientSocket socket = inTheLobby();
                ClientSocket other = node.connect(product.url())) {
            tell(other, "one");
            socket.take("news", 1);
            socket.cutForGood();
            for (int i = 0; i < 20; i++) {
                tell(other, "x".repeat(5_000));
            }
            assertThat(back(socket).path("recovered").asBoolean()).isFalse();
            assertThat(socket.call("recovered").asBoolean()).isFalse();
            assertThat(socket.state().path("id").asText()).isNotEqualTo(socket.id());
            assertThat(socket.state().path("unread").asInt()).isZero();
        }
    }
}
