package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The example market and its page, in a real browser ({@code market.mjs}). */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
@NeedsChromium
class MarketIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path jar = Setup.exampleJar("market");

    private Path variant(Path folder, String comment) throws IOException {
        return Files.write(folder.resolve(comment + ".jar"), PluginJar.variant(jar, comment));
    }

    @Test
    void peopleLookWhileItIsTradedAndSwapped() throws IOException {
        Path others = Setup.newFolder("market");
        try (Product product = Product.start("market")) {
            product.configure("io.fastsocket.examples.market", "speed=0\n");
            product.deploy(jar, "market.jar");
            Await.until(
                    "the page is there",
                    NodeClient.PATIENCE,
                    () -> product.http("/market/index.html").statusCode() == 200);
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    "node",
                                    "market.mjs",
                                    "http://localhost:" + product.httpPort(),
                                    product.plugin("market.jar").toString(),
                                    variant(others, "second").toString(),
                                    variant(others, "third").toString(),
                                    NeedsChromium.Condition.browser().toString()));
            if (System.getProperty("screenshots") != null) {
                words.add(System.getProperty("screenshots"));
            }

            Command looking = Command.run(Setup.node(), LIMIT, words);

            assertThat(looking.exitCode()).as(looking.text()).isZero();
        }
    }

    @Test
    void aSpeedThatCannotBeIsRefused() {
        try (Product product = Product.start("market")) {
            product.configure("io.fastsocket.examples.market", "speed=3601\n");
            product.deploy(jar, "market.jar");
            Await.until(
                    "it is said in the log",
                    NodeClient.PATIENCE,
                    () -> product.log().contains("speed = 3601; it must be from 0 to 3600"));
        }
    }
}
