package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Starts that were prepared, and what preparing them asks of the class path. */
final class PrepareTest {

    @TempDir private Path folder;

    @Test
    void theBuildsOwnIsFound() throws Exception {
        Product.Result result = Product.run("prepare", "--home", folder.resolve("home").toString());
        assertThat(result.text()).startsWith("Prepared already: " + Product.root());
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void whatTheJvmRefusesIsShownAndLeavesNothing() throws Exception {
        Path home = folder.resolve("home");
        Map<String, String> flags = Map.of("FASTSOCKET_JAVA_OPTS", "-XX:NoSuchFlag");
        Product.Result result =
                Product.run(Product.script(), flags, "prepare", "--home", home.toString());
        assertThat(result.text()).contains("NoSuchFlag");
        assertThat(result.exitCode()).isNotZero();
        try (Stream<Path> left = Files.list(home.resolve("var/cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoComesSecondLeavesTheFirstAlone() throws Exception {
        Path home = folder.resolve("home");
        Home rehearsal = new Home(home.resolve("var/cache/prepare"));
        rehearsal.prepare(Product.installation());
        Map<String, String> flags = Map.of("FASTSOCKET_JAVA_OPTS", "-Dmark=second");
        try (InstanceLock first = InstanceLock.acquire(rehearsal)) {
            Product.Result result =
                    Product.run(Product.script(), flags, "prepare", "--home", home.toString());
            assertThat(result.exitCode()).isNotZero();
            assertThat(rehearsal.etc()).isNotEmptyDirectory();
            assertThat(first).isNotNull();
        }
    }

    /** On one class path, the first class of a name is everybody's. */
    @Test
    void bundlesDoNotHideEachOthersClasses() throws Exception {
        Map<String, Path> first = new TreeMap<>();
        Map<String, Long> sums = new TreeMap<>();
        Map<String, List<String>> differing = new TreeMap<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (ZipEntry entry : file.stream().toList()) {
                    String name = entry.getName();
                    if (!name.endsWith(".class")
                            || name.startsWith("META-INF/")
                            || name.equals("module-info.class")) {
                        continue;
                    }
                    Long before = sums.putIfAbsent(name, entry.getCrc());
                    Path owner = first.putIfAbsent(name, jar);
                    if (before != null && before != entry.getCrc()) {
                        String folder = name.substring(0, name.lastIndexOf('/'));
                        differing.putIfAbsent(
                                folder,
                                List.of(
                                        owner.getFileName().toString(),
                                        jar.getFileName().toString()));
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static List<Path> jars() throws IOException {
        Path path = Product.root().resolve("lib/fastsocket.jar");
        try (JarFile jar = new JarFile(path.toFile())) {
            String named = jar.getManifest().getMainAttributes().getValue("Class-Path");
            return Stream.of(named.split(" ")).map(path::resolveSibling).toList();
        }
    }
}
