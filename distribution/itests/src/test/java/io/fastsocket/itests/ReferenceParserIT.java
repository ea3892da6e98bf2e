package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The live contract of all examples, judged by AsyncAPI's own parser. That has 168 packages, so it
 * is only done where {@code CI=true}, or with {@code -Dreference.parser=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
@EnabledIf("wanted")
class ReferenceParserIT {

    /** One is there already. */
    private static final List<String> EXAMPLES =
            List.of("chat", "conformance", "echo", "market", "orders", "sensors");

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir private Path folder;

    static boolean wanted() {
        return "true".equals(System.getenv("CI")) || Boolean.getBoolean("reference.parser");
    }

    @Test
    void theLiveContractOfAllExamplesIsValid() throws Exception {
        Path file = folder.resolve("live.yaml");
        try (Product product = Product.start("reference")) {
            String home = product.home().toString();
            for (String example : EXAMPLES) {
                run("plugin", "install", Setup.exampleJar(example).toString(), "--home", home);
            }
            run("asyncapi", "export", "-o", file.toString(), "--home", home);
        }
        assertThat(Files.readString(file))
                .contains("io.fastsocket.examples.hello")
                .contains(EXAMPLES.stream().map("io.fastsocket.examples."::concat).toList());
        run("asyncapi", "validate", "--strict", file.toString());

        Command judged =
                Command.run(
                        Setup.node(),
                        LIMIT,
                        List.of("node", "reference/judge.mjs", file.toString()));

        assertThat(judged.exitCode()).as(judged.text()).isZero();
    }

    private static void run(String... words) {
        Command command = Product.command(words);
        assertThat(command.exitCode()).as(command.text()).isZero();
    }
}
