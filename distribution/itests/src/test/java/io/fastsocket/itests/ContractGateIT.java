package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new version of a plugin that its clients would not get along with. */
@ExtendWith(CommandLineProduct.class)
class ContractGateIT {

    private static final String PLUGIN = "test.shop";
    private static final String FILE = "shop.jar";
    private static final String ORDER = "421[\"order\",{\"article\":\"tea\"}]";

    @AfterEach
    void remove() {
        CommandLineProduct.type("plugin", "uninstall", PLUGIN);
    }

    private static Path shop(String version, String fields, String more) {
        return PluginJar.handler(
                PLUGIN,
                version,
                """
                record Order(%s) {}
                record Receipt(String article, int number) {}
                @OnEvent("order") Receipt order(Order order) {
                    return new Receipt(order.article(), %s);
                }
                %s
                """
                        .formatted(fields, version.charAt(0), more));
    }

    private static JsonNode json(String command) {
        Command typed = CommandLineProduct.type("plugin", command, PLUGIN, "--json");
        assertThat(typed.exitCode()).as(typed.text()).isZero();
        return Product.json(typed.out());
    }

    @Test
    void itStaysOutUntilSomebodyLetsItIn() throws Exception {
        Product product = CommandLineProduct.product();
        Path one = shop("1.0.0", "@NotBlank String article", "@OnEvent(\"bye\") void bye() {}");
        Path two = shop("2.0.0", "@NotBlank String article, @NotBlank String customer", "");
        Command install = CommandLineProduct.type("plugin", "deploy", one.toString());
        assertThat(install.exitCode()).as(install.text()).isZero();
        Files.move(product.plugin(one.getFileName().toString()), product.plugin(FILE));
        // Overwritten at once, nobody would know that it was the same file.
        Await.until(
                "known by its new name",
                NodeClient.PATIENCE,
                () -> json("info").at("/0/file").asText().equals(FILE));

        try (RawWebSocket client = RawWebSocket.open(product.port());
                RawWebSocket idle = RawWebSocket.open(product.port())) {
            client.send("40").next();
            idle.send("40").next();
            assertThat(client.send(ORDER).next()).contains("\"number\":1");

            product.deploy(two, FILE);
            Await.until("refused", NodeClient.PATIENCE, () -> !product.rejection(FILE).isEmpty());
            assertThat(product.rejection(FILE))
                    .contains("2 breaking changes; 1 socket used these events within the last hour")
                    .contains("breaking bye of /: the event is no longer received");
            assertThat(client.send(ORDER).next()).contains("\"number\":1");
            refusedWithEachChange();

            Files.write(product.plugin(FILE), PluginJar.variant(two, "edited"));
            Command again =
                    CommandLineProduct.type("plugin", "install", product.plugin(FILE).toString());
            assertThat(again.exitCode()).isEqualTo(1);

            letIn(two);
            assertThat(client.send(ORDER).next()).contains("\"code\":4001", "customer");
        }
    }

    private static void refusedWithEachChange() {
        Command info = CommandLineProduct.type("plugin", "info", PLUGIN);
        assertThat(info.out())
                .containsPattern("(?m)^state +quarantined")
                .containsPattern("(?m)^changes +IMPACT +DIRECTION +NAMESPACE +EVENT +CHANGE +PATH$")
                .containsPattern("(?m)^ +breaking +received +/ +bye +the event is no longer")
                .containsPattern("(?m)^ +breaking +received +/ +order .*customer.*/components/");
        JsonNode refused = json("info").get(1);
        assertThat(refused.path("version").asText()).isEqualTo("2.0.0");
        assertThat(refused.path("changes")).hasSize(2);
        assertThat(refused.at("/changes/0/event").asText()).isEqualTo("bye");
    }

    private static void letIn(Path jar) throws IOException {
        Command refused = CommandLineProduct.type("plugin", "deploy", jar.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).startsWith("IMPACT").contains("customer");
        assertThat(refused.err()).contains("2 breaking changes", "--allow-breaking REASON");
        Command blank =
                CommandLineProduct.type(
                        "plugin", "deploy", jar.toString(), "--allow-breaking", " ");
        assertThat(blank.exitCode()).as(blank.text()).isEqualTo(2);

        Command allowed =
                CommandLineProduct.type(
                        "plugin", "deploy", jar.toString(), "--allow-breaking", "all are updated");
        assertThat(allowed.exitCode()).as(allowed.text()).isZero();
        assertThat(allowed.out()).isEqualTo("test.shop 2.0.0 is active\n");
        JsonNode last = json("history").get(0);
        assertThat(last.path("what").asText()).isEqualTo("activated");
        assertThat(last.path("reason").asText())
                .startsWith("allowed: all are updated (2 breaking changes; 1 socket");
    }
}
