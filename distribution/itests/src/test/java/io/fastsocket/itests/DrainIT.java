package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;

/** Calls that do not end when their plugin is replaced. */
@Execution(ExecutionMode.CONCURRENT)
class DrainIT {

    private static final String PLUGIN = "test.drained";
    private static final String FILE = "drained.jar";

    private static Path version(String version) {
        return PluginJar.handler(
                PLUGIN,
                version,
                """
                @OnEvent("hold") String hold(Socket socket) throws InterruptedException {
                    socket.emit("begun");
                    new java.util.concurrent.CountDownLatch(1).await();
                    return "never";
                }
                @OnEvent("who") String who() { return "%s"; }
                """
                        .formatted(version));
    }

    private static String who(RawWebSocket client) throws Exception {
        return client.send("421[\"who\"]").next();
    }

    @Test
    void theyAreCutOffAfterTheTimeOfTheirPluginAndBothSidesAreTold() throws Exception {
        try (Product product = Product.start("drain")) {
            product.configure("io.fastsocket.plugins", "plugins = " + PLUGIN + " drainTime=200\n");
            product.deploy(version("1.0.0"), FILE);
            try (RawWebSocket held = RawWebSocket.open(product.port());
                    RawWebSocket other = RawWebSocket.open(product.port())) {
                held.send("40").next();
                other.send("40").next();
                Await.until("one", NodeClient.PATIENCE, () -> who(other).contains("1.0.0"));
                assertThat(held.send("420[\"hold\"]").next()).isEqualTo("42[\"begun\"]");

                product.deploy(version("2.0.0"), FILE);
                Await.until("two", NodeClient.PATIENCE, () -> who(other).contains("2.0.0"));
                assertThat(held.next()).startsWith("430[{\"error\":{\"code\":5004,");
                assertThat(who(held)).isEqualTo("431[\"2.0.0\"]");
            }
            Await.until(
                    "in the history",
                    NodeClient.PATIENCE,
                    () -> history(product).contains("after 200 ms: Handler.hold (1)"));
        }
    }

    private static String history(Product product) {
        return Product.command(
                        "plugin", "history", PLUGIN, "--home", product.home().toString(), "--json")
                .out();
    }
}
