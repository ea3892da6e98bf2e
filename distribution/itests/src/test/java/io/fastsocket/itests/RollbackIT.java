package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;

/** A new version of a plugin that works worse than the one before. */
@ExtendWith(CommandLineProduct.class)
class RollbackIT {

    private static final String PLUGIN = "test.quotes";
    private static final String FILE = "quotes.jar";
    private static final int CALLS = 100;

    @AfterEach
    void remove() {
        CommandLineProduct.type("plugin", "uninstall", PLUGIN);
    }

    private static Path quotes(String version, String condition) {
        return PluginJar.handler(
                PLUGIN,
                version,
                """
                @OnEvent("quote") String quote(int number) {
                    if (%s) throw new IllegalStateException("no quote for " + number);
                    return "%s";
                }
                """
                        .formatted(condition, version));
    }

    /** The answers to a hundred calls, each once. */
    private static String calls(RawWebSocket client) throws Exception {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < CALLS; i++) {
            client.send("42" + i + "[\"quote\"," + i + "]");
        }
        for (int i = 0; i < CALLS; i++) {
            answers.append(client.next()).append('\n');
        }
        return answers.toString();
    }

    @Test
    void itIsBackWithinSecondsAndTheBadOneStaysOut() throws Exception {
        Product product = CommandLineProduct.product();
        product.deploy(quotes("1.0.0", "number < 0"), FILE);
        try (RawWebSocket client = RawWebSocket.open(product.port())) {
            client.send("40").next();
            Await.until("one", NodeClient.PATIENCE, () -> calls(client).contains("1.0.0"));
            assertThat(calls(client)).doesNotContain("error");

            Path bad = quotes("2.0.0", "number % 10 == 0");
            product.deploy(bad, FILE);
            Await.until("two", NodeClient.PATIENCE, () -> calls(client).contains("2.0.0"));
            Await.until("one again", NodeClient.PATIENCE, () -> calls(client).contains("1.0.0"));
            assertThat(calls(client)).doesNotContain("error");

            // Answers come from the old one a moment before the note stands beside the bad file.
            Await.until("note", NodeClient.PATIENCE, () -> !product.rejection(FILE).isEmpty());
            assertThat(product.rejection(FILE))
                    .contains("rolled back to test.quotes 1.0.0")
                    .contains("10.0 % of ")
                    .contains("calls of / quote failed, before it was 0.0 % of ");
            JsonNode history =
                    Product.json(
                            CommandLineProduct.type("plugin", "history", PLUGIN, "--json").out());
            assertThat(history.findValuesAsText("what")).contains("rolled back");

            Command refused = CommandLineProduct.type("plugin", "deploy", bad.toString());
            assertThat(refused.exitCode()).isEqualTo(1);
            Command again = CommandLineProduct.type("plugin", "deploy", "--again", bad.toString());
            assertThat(again.exitCode()).as(again.text()).isZero();
        }
    }
}
