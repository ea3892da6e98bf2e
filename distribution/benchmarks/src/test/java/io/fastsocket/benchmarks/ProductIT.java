package io.fastsocket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.scenario.Setting;
import io.fastsocket.benchmarks.server.Cores;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.ServerProcess;
import io.fastsocket.benchmarks.server.Servers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;

/** The assembled product loses, repeats, reorders and alters nothing under a short load. */
class ProductIT {

    private static final Duration SHORT = Duration.ofMillis(400);

    private static ServerProcess product;

    @BeforeAll
    static void start() throws Exception {
        Path module = Path.of(System.getProperty("benchmarks.dir"));
        Server server =
                Servers.all(module.resolve("../runtime/target/fastsocket"), module, Cores.any())
                        .stream()
                        .filter(each -> each.id().equals(Servers.PRODUCT))
                        .findFirst()
                        .orElseThrow();
        product = server.start();
        Readiness.await(product.port());
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "order", "broadcast-100", "connects", "polling", "mixed"})
    void everythingComesOnceAndUnaltered(String id) throws Exception {
        Scenario scenario =
                Scenarios.all(true).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        Outcome outcome = scenario.run(new Setting(product, false, false, Duration.ZERO, SHORT));
        Tally tally = outcome.tally();
        assertThat(tally.faults()).as("%s: %s", id, tally.example()).isEmpty();
        assertThat(tally.messages()).as(id).isPositive();
    }
}
