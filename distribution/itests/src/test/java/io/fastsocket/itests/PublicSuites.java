package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocols' own public suites, which are no part of this repository, against the running
 * product. Not among the tests of a build: {@code CONTRIBUTING.md} says how to run it.
 */
class PublicSuites {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SETTINGS =
            """
            maxPayload = 1000000
            connectTimeout = 1000
            """;

    private static Product product;

    @BeforeAll
    static void start() {
        product = ConformanceProduct.start(300, 200, SETTINGS);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void socketIo() {
        passes("socket.io-protocol/v5-test-suite", product.url(), 32);
    }

    @Test
    void engineIo() {
        String echo = "http://127.0.0.1:" + EchoBundle.port(product);
        passes("engine.io-protocol/v4-test-suite", echo, 25);
    }

    private static void passes(String suite, String address, int cases) {
        Path folder = prepare(suite, address);
        run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        for (int i = 1; i <= Integer.getInteger("suites.runs", 5); i++) {
            String said = run(folder, "node_modules/.bin/mocha", "--exit", "test-suite.js");
            Matcher passing = Pattern.compile("(\\d+) passing.*").matcher(said);
            assertThat(passing.find()).as(said).isTrue();
            System.out.println(suite + ", run " + i + ": " + passing.group());
            assertThat(passing.group(1)).as(said).isEqualTo(Integer.toString(cases));
        }
    }

    /** A copy of a suite that asks this server. */
    private static Path prepare(String suite, String address) {
        Path source = Path.of(System.getProperty("suites", "suites"), suite);
        Path copy = Setup.newFolder("suite");
        try {
            for (String file : List.of("package.json", "package-lock.json", "node-imports.js")) {
                Files.copy(source.resolve(file), copy.resolve(file));
            }
            String script = Files.readString(source.resolve("test-suite.js"));
            Files.writeString(
                    copy.resolve("test-suite.js"),
                    script.replace("http://localhost:3000", address)
                            .replace("/engine.io/", "/socket.io/"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "-Dsuites must name the folder docs of a clone of socketio/socket.io", e);
        }
        return copy;
    }

    private static String run(Path folder, String... words) {
        Command command = Command.run(folder, PATIENCE, List.of(words));
        assertThat(command.exitCode()).as(command.text()).isZero();
        return command.text();
    }
}
