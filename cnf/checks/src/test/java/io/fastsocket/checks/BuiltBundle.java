package io.fastsocket.checks;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A runtime bundle as the build made it: its folder, its jar and the headers of its manifest. */
record BuiltBundle(String folder, Path jar, Attributes manifest) {

    static final Path ROOT = Path.of(System.getProperty("root.dir")).toAbsolutePath().normalize();

    static List<BuiltBundle> all() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(f -> Files.exists(f.resolve("pom.xml")))
                    .sorted()
                    .map(BuiltBundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltBundle read(Path folder) {
        String name = folder.getFileName().toString();
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            Path jar =
                    files.filter(
                                    f ->
                                            f.getFileName()
                                                    .toString()
                                                    .matches(
                                                            name + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("not built: " + name));
            try (JarFile file = new JarFile(jar.toFile())) {
                return new BuiltBundle(name, jar, file.getManifest().getMainAttributes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Packages and their attributes in a header such as {@code Import-Package}; empty if there is
     * none.
     */
    Map<String, Attrs> packages(String header) {
        String value = manifest.getValue(header);
        return value == null ? new Parameters() : OSGiHeader.parseHeader(value);
    }

    /** The packages of the classes inside. */
    List<String> content() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(e -> e.getName())
                    .filter(n -> n.endsWith(".class") && !n.startsWith("META-INF/"))
                    .map(n -> n.substring(0, n.lastIndexOf('/')).replace('/', '.'))
                    .distinct()
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /** The classes inside, by the names of their files, with their checksums. */
    Map<String, Long> classes() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(e -> e.getName().endsWith(".class"))
                    .collect(Collectors.toMap(e -> e.getName(), e -> e.getCrc()));
        }
    }

    @Override
    public String toString() {
        return folder;
    }
}
