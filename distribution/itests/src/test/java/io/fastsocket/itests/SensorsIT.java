package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The example sensors, with a real client. */
@NeedsNode
class SensorsIT {

    private static final String URL_PATH = "/sensors";

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.start("sensors");
        product.deploy(Setup.exampleJar("sensors"), "sensors.jar");
        node = NodeClient.start();
        Await.until("its streams run", NodeClient.PATIENCE, () -> running() == 5);
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    /** How many streams run: that of each method, and the one asked for by name. */
    private static long running() {
        Command list =
                Product.command("stream", "list", "--json", "--home", product.home().toString());
        assertThat(list.exitCode()).as(list.text()).isZero();
        long count = 0;
        for (JsonNode stream : Product.json(list.out())) {
            count += stream.path("state").asText().equals("running") ? 1 : 0;
        }
        return count;
    }

    private static ClientSocket sensor() {
        return node.connect(product.url() + URL_PATH);
    }

    private static Map<String, Object> temperature(int sensor, int number, double celsius) {
        return Map.of("sensor", sensor, "number", number, "celsius", celsius);
    }

    /** The next event of that name that is about a sensor. */
    private static JsonNode next(ClientSocket socket, String event, int sensor) {
        while (true) {
            JsonNode payload = socket.take(event, 1).at("/0/0");
            if (payload.path("sensor").asInt() == sensor) {
                return payload;
            }
        }
    }

    @Test
    void readingsBecomeWhatTheyMean() {
        try (ClientSocket socket = sensor()) {
            for (int number = 1; number <= 10; number++) {
                socket.emit("temperature", temperature(1, number, 21.5));
                socket.emit("humidity", Map.of("sensor", 1, "percent", 100));
            }
            socket.emit("temperature", temperature(4, 7, 20));
            socket.emit("temperature", temperature(4, 7, 20));

            assertThat(next(socket, "dew", 1).path("celsius").asDouble()).isBetween(21.4, 21.6);
            assertThat(next(socket, "mean", 4))
                    .hasToString("{\"sensor\":4,\"celsius\":20,\"readings\":1}");
            assertThat(next(socket, "presence", 4)).hasToString("{\"sensor\":4,\"speaks\":true}");
            assertThat(next(socket, "presence", 4)).hasToString("{\"sensor\":4,\"speaks\":false}");
        }
    }

    @Test
    void doorsComeToRest() {
        try (ClientSocket socket = sensor()) {
            for (boolean open : new boolean[] {true, false, true}) {
                socket.emit("door", Map.of("sensor", 2, "open", open));
            }
            assertThat(next(socket, "settled", 2).path("open").isBoolean()).isTrue();
            assertThat(socket.call("door", Map.of("sensor", 0, "open", true)).at("/error/code"))
                    .hasToString("4001");
        }
    }

    @Test
    void aSwapTakesNoReadingTwiceAndEndsWithoutWaitingForSilence() throws IOException {
        try (ClientSocket socket = sensor()) {
            long readings = 0;
            long seen = 0;
            for (int round = 1; round <= 3; round++) {
                for (int i = 0; i < 100; i++) {
                    socket.emit("temperature", temperature(3, round * 1000 + i, 20));
                    readings++;
                }
                String before = since();
                Files.write(
                        product.plugin("sensors.jar"),
                        PluginJar.variant(Setup.exampleJar("sensors"), "round " + round));
                Await.until("swapped", NodeClient.PATIENCE, () -> !since().equals(before));
            }
            socket.callAll("temperature", temperature(3, 9999, 20));
            readings++;
            while (seen < readings) {
                seen += next(socket, "mean", 3).path("readings").asLong();
            }
            assertThat(seen).isEqualTo(readings);
        }
        assertThat(product.log()).doesNotContain("cut off");
    }

    private static String since() {
        for (JsonNode plugin : Product.json(product.http("/status.json").body()).path("plugins")) {
            if (plugin.path("name").asText().endsWith(".sensors")
                    && plugin.path("state").asText().equals("active")) {
                return plugin.path("since").asText();
            }
        }
        return "";
    }
}
