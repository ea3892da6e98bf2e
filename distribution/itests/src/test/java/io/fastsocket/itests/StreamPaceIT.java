package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Clients that set the pace, by the helper that ships, in Node and in a browser ({@code
 * streams.mjs}).
 */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
@NeedsChromium
class StreamPaceIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String PACE =
            """
            package test.pace;

            import io.fastsocket.api.*;
            import io.reactivex.rxjava3.core.Flowable;
            import org.osgi.service.component.annotations.*;

            @Component
            @Namespace("/pace")
            public final class Pace implements EventHandlers {

                @OnStream("put")
                @Emits(event = "tick", payload = Integer.class)
                Flowable<Integer> ticks(Flowable<Integer> numbers) { return numbers; }
            }
            """;

    @Test
    void slowClientsGetFewerAndNothingPilesUp() throws IOException {
        Path jar = PluginJar.named("test.pace", "1.0.0").source("Pace", PACE).build();
        Path other = Setup.newFolder("pace").resolve("pace.jar");
        Files.write(other, PluginJar.variant(jar, "the second"));
        try (Product product = Product.start("pace")) {
            product.deploy(jar, "pace.jar");
            Await.until(
                    "in service",
                    NodeClient.PATIENCE,
                    () -> product.http("/status.json").body().contains("Pace.ticks"));

            Command clients =
                    Command.run(
                            Setup.node(),
                            LIMIT,
                            List.of(
                                    "node",
                                    "streams.mjs",
                                    product.url(),
                                    "http://localhost:" + product.httpPort(),
                                    Setup.product().resolve("clients").toString(),
                                    product.plugin("pace.jar").toString(),
                                    other.toString(),
                                    NeedsChromium.Condition.browser().toString()));

            assertThat(clients.exitCode()).as(clients.text()).isZero();
            Command list =
                    Product.command("stream", "list", "--json", "--home", "" + product.home());
            assertThat(Product.json(list.out()).at("/0/subscribers").asInt(-1)).isZero();
            Command info =
                    Product.command(
                            "stream",
                            "info",
                            "Pace.ticks",
                            "--json",
                            "--home",
                            "" + product.home());
            assertThat(Product.json(info.out()).at("/0/demand").asInt(-1)).isZero();
        }
    }

    @Test
    void nodeFindsTheHelperByItsName() {
        Path folder = Setup.newFolder("helper");
        String clients = Setup.product().resolve("clients").toString();
        Command install =
                Command.run(
                        folder,
                        LIMIT,
                        List.of("npm", "install", "--offline", "--no-audit", "--no-fund", clients));
        assertThat(install.exitCode()).as(install.text()).isZero();

        Command use =
                Command.run(
                        folder,
                        LIMIT,
                        List.of(
                                "node",
                                "--input-type=module",
                                "-e",
                                "import { subscribe } from 'fastsocket-streams';"
                                        + " console.log(typeof subscribe)"));
        assertThat(use.out().strip()).as(use.text()).isEqualTo("function");
    }
}
