package io.fastsocket.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Where things are; the pom says. */
final class Setup {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Setup() {}

    /** The assembled product. */
    static Path product() {
        return folder("product.dir");
    }

    /** The Node scripts. */
    static Path node() {
        return folder("node.dir");
    }

    /** The Python script. */
    static Path python() {
        return folder("python.dir");
    }

    /** The sources of the transport's own tests. */
    static Path transportTests() {
        return folder("transport.tests.dir");
    }

    /** The pages for users. */
    static Path docs() {
        return folder("docs.dir");
    }

    /** The contracts of the operators' channel and of the examples. */
    static Path contracts() {
        return folder("contracts.dir");
    }

    /** The commands that measure. */
    static Path benchmarks() {
        return folder("benchmarks.dir");
    }

    /** The source of an example. */
    static Path example(String name) {
        return folder("examples.dir").resolve(name);
    }

    /** The built JAR of an example. */
    static Path exampleJar(String name) {
        Path target = example(name).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.getFileName().toString().endsWith("SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no JAR in " + target));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("example " + name + " is not built: " + target, e);
        }
    }

    /** A new folder that stays after the test, for whoever wants to see what happened. */
    static Path newFolder(String name) {
        try {
            Path work = Path.of(System.getProperty("work.dir"));
            Files.createDirectories(work);
            return Files.createTempDirectory(work, name + "-" + COUNT.incrementAndGet() + "-");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path folder(String property) {
        Path path = Path.of(System.getProperty(property)).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new IllegalStateException(path + " does not exist: run mvn verify from the root");
        }
        return path;
    }
}
