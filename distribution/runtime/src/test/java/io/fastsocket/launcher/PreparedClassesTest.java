package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;

/**
 * Which prepared classes the start script has the JVM use: the JVM would ignore wrong ones without
 * a word.
 */
final class PreparedClassesTest {

    private static final String VERSION = "25.0.1";
    private static final Instant MADE = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir private Path folder;
    private Path product;
    private Path java;

    /** A product and a Java of which the script needs nothing but these files. */
    @BeforeEach
    void make() throws IOException {
        product = Files.createDirectories(folder.toRealPath().resolve("product"));
        java = folder.toRealPath().resolve("java");
        Files.createDirectories(product.resolve("bin"));
        Files.createDirectories(java.resolve("bin"));
        executable(Files.copy(Product.script(), product.resolve("bin/fastsocket")));
        write("lib/stamp", "abc\n");
        write("lib/jvm.options", "");
        write("var/cache/start-abc.aot", "");
        write("var/cache/start-abc.aot.for", VERSION + " " + java + " " + product + " \n");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + VERSION + "\"\n");
        executable(Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n"));
    }

    private void write(String name, String text) throws IOException {
        Path file = product.resolve(name);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(MADE));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String started(String options) throws Exception {
        Map<String, String> environment =
                Map.of("JAVA_HOME", java.toString(), "FASTSOCKET_JAVA_OPTS", options);
        return Product.run(product.resolve("bin/fastsocket"), environment, "run").text();
    }

    private void changed(String name) throws IOException {
        Files.setLastModifiedTime(product.resolve(name), FileTime.from(MADE.plusSeconds(1)));
    }

    @Test
    void thoseMadeForTheseJarsAreUsed() throws Exception {
        assertThat(started(""))
                .contains("-XX:AOTCache=" + product.resolve("var/cache/start-abc.aot"));
    }

    @Test
    void thoseMadeWithOtherFlagsAreNot() throws Exception {
        assertThat(started("-Xmx1g")).doesNotContain("AOTCache");
    }

    @Test
    void thoseOlderThanTheFlagsOfTheProductAreNot() throws Exception {
        changed("lib/jvm.options");
        assertThat(started("")).doesNotContain("AOTCache").contains("-Dfastsocket.prepare=true");
    }

    /** The JVM compares the dates of JARs as well, which a build changes without their contents. */
    @Test
    void thoseOlderThanTheBuildAreNot() throws Exception {
        changed("lib/stamp");
        assertThat(started("")).doesNotContain("AOTCache").contains("-Dfastsocket.prepare=true");
    }

    @Test
    void thoseOfAnotherPlaceAreNot() throws Exception {
        Path moved = folder.toRealPath().resolve("moved");
        Files.move(product, moved);
        product = moved;
        assertThat(started("")).doesNotContain("AOTCache");
    }
}
