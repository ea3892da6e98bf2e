package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

class ChecksTest {

    private static final String HEADERS =
            """
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: hello
            Bundle-Version: 1.0.0
            """;
    private static final byte[] PLAIN = Jars.classFile(65);
    private static final byte[] HANDLER = Jars.classFile(65, "Lio/fastsocket/api/OnEvent;");

    @TempDir Path directory;

    private final Checks checks =
            new Checks(
                    () -> {
                        TreeMap<String, NavigableSet<Version>> packages = new TreeMap<>();
                        packages.put("io.fastsocket.api", versions("1.2.0"));
                        packages.put("jakarta.validation", versions("3.1.1"));
                        return new RuntimeBundles(Set.of("io.fastsocket.registry"), packages);
                    });

    private static NavigableSet<Version> versions(String version) {
        return new TreeSet<>(Set.of(Version.parseVersion(version)));
    }

    private void check(byte[] jar) throws IOException, RefusedException {
        checks.check(JarReader.read(Files.write(directory.resolve("x.jar"), jar), "hash"));
    }

    private void refused(byte[] jar, String... words) {
        assertThatThrownBy(() -> check(jar))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void goodOnePasses() throws Exception {
        check(
                Jars.bundle(
                        HEADERS
                                + "Import-Package: io.fastsocket.api;version=\"[1.0,2)\"\n"
                                + "Service-Component: OSGI-INF/*.xml",
                        "OSGI-INF/a.xml",
                        "<provide interface=\"io.fastsocket.api.EventHandlers\"/>",
                        "plugin/Chat.class",
                        HANDLER));
    }

    @Test
    void plainJarIsNoBundle() throws Exception {
        refused(Jars.jar("a.txt", "text"), "no OSGi bundle", "Bundle-SymbolicName");
        refused(Jars.bundle("Bundle-SymbolicName: hello"), "Bundle-ManifestVersion");
    }

    @Test
    void fragmentIsRefused() throws Exception {
        refused(Jars.bundle(HEADERS + "Fragment-Host: io.fastsocket.api"), "fragment");
    }

    @Test
    void badVersionIsRefused() throws Exception {
        refused(Jars.bundle(HEADERS.replace("1.0.0", "one")), "Bundle-Version one");
    }

    @Test
    void runtimeBundleIsRefused() throws Exception {
        refused(Jars.bundle(HEADERS.replace("hello", "io.fastsocket.registry")), "of the runtime");
    }

    @Test
    void apiRangeMustFit() throws Exception {
        refused(
                Jars.bundle(HEADERS + "Import-Package: io.fastsocket.api;version=\"[2.0,3)\""),
                "built for io.fastsocket.api [2.0,3)",
                "has 1.2.0");
    }

    @Test
    void ownCopyOfAProvidedPackageIsNamed() throws Exception {
        refused(
                Jars.bundle(
                        HEADERS,
                        "plugin/A.class",
                        PLAIN,
                        "io/fastsocket/api/Json.class",
                        PLAIN,
                        "jakarta/validation/Valid.class",
                        PLAIN),
                "own copy of io.fastsocket.api, jakarta.validation");
    }

    @Test
    void ownCopyInANestedJarIsNamed() throws Exception {
        byte[] nested = Jars.jar("io/fastsocket/api/Json.class", PLAIN);
        refused(
                Jars.bundle(HEADERS + "Bundle-ClassPath: .,lib/api.jar", "lib/api.jar", nested),
                "own copy of io.fastsocket.api");
    }

    @Test
    void exportIsRefused() throws Exception {
        refused(Jars.bundle(HEADERS + "Export-Package: a.b;version=1,c;d;x=y"), "a.b, c, d");
    }

    @Test
    void newerClassIsRefused() throws Exception {
        int newer = Runtime.version().feature() + 1;
        refused(
                Jars.bundle(HEADERS, "p/A.class", Jars.classFile(ClassFile.majorOf(newer))),
                "p.A is compiled for Java " + newer);
    }

    @Test
    void newerClassForNewerJavaIsNot() throws Exception {
        int newer = Runtime.version().feature() + 1;
        check(
                Jars.bundle(
                        HEADERS,
                        "META-INF/versions/" + newer + "/p/A.class",
                        Jars.classFile(ClassFile.majorOf(newer))));
    }

    @Test
    void handlerWithoutComponentIsNamed() throws Exception {
        refused(Jars.bundle(HEADERS, "p/Chat.class", HANDLER), "p.Chat", "no component");
    }

    @Test
    void damageInTheMiddleIsFound() throws Exception {
        byte[] jar = Jars.bundle(HEADERS, "a.txt", "0123456789".repeat(100));
        int middle = jar.length / 2;
        for (int i = middle - 60; i < middle; i++) {
            jar[i] ^= 0x55;
        }
        Path file = Files.write(directory.resolve("x.jar"), jar);
        assertThatThrownBy(() -> JarReader.read(file, "hash")).isInstanceOf(IOException.class);
    }

    @Test
    void singletonIsTold() throws Exception {
        Path file =
                Files.write(
                        directory.resolve("x.jar"),
                        Jars.bundle(HEADERS.replace("hello", "hello;singleton:=true")));
        JarFacts facts = JarReader.read(file, "hash");
        assertThat(facts.symbolicName()).isEqualTo("hello");
        assertThat(facts.singleton()).isTrue();
    }
}
