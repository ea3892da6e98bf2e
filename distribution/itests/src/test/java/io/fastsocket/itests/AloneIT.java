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
import java.util.stream.Stream;

/** The example hello, copied to an empty folder, builds as a stranger's project would. */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
class AloneIT {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(8);

    @Test
    void buildsFromTheDistributionAlone() throws IOException {
        Path folder = Setup.newFolder("alone").resolve("hello");
        copySource(Setup.example("hello"), folder);
        Command build =
                Command.run(
                        folder,
                        BUILD_LIMIT,
                        List.of(
                                Path.of(System.getProperty("maven.home"), "bin/mvn").toString(),
                                "-q",
                                "-B",
                                "package",
                                "-Dmaven.repo.local=" + strangersRepository(),
                                "-Dfastsocket.repo=" + Setup.product().resolve("repo").toUri()));
        assertThat(build.exitCode()).as(build.text()).isZero();
        Path jar = folder.resolve("target/io.fastsocket.examples.hello-0.1.0-SNAPSHOT.jar");
        assertThat(Files.size(jar)).isLessThan(10_000);

        try (Product product = Product.start("alone");
                NodeClient node = NodeClient.start();
                ClientSocket socket = node.connect(product.url())) {
            removeShippedPlugins(product);
            Await.until(
                    "hello has no handler",
                    NodeClient.PATIENCE,
                    () -> socket.call("hello").at("/error/code").asInt() == 4004);
            product.deploy(jar, "mine.jar");
            socket.awaitAnswer(
                    "{\"message\":\"Hello, Ada!\"}", "hello", java.util.Map.of("name", "Ada"));
        }
    }

    private static void copySource(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                if (!relative.startsWith("target")) {
                    Files.createDirectories(to.resolve(relative).getParent());
                    Files.copy(file, to.resolve(relative));
                }
            }
        }
    }

    /** The local repository of someone who has built other projects, but never this one. */
    private static Path strangersRepository() throws IOException {
        Path own = Path.of(System.getProperty("maven.repo"));
        Path made = Setup.newFolder("repository");
        linkChildren(own, made, "io");
        linkChildren(own.resolve("io"), Files.createDirectory(made.resolve("io")), "fastsocket");
        return made;
    }

    private static void linkChildren(Path from, Path to, String except) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                Path name = child.getFileName();
                if (!name.toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(name), child.toAbsolutePath());
                }
            }
        }
    }

    private static void removeShippedPlugins(Product product) throws IOException {
        try (Stream<Path> files = Files.list(product.home().resolve("plugins"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                Files.delete(file);
            }
        }
    }
}
