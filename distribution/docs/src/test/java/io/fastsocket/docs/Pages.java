package io.fastsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages for users, and where things lie that they tell of. */
final class Pages {

    static final Path ROOT = Path.of(System.getProperty("root.dir")).toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("distribution/docs");
    static final Path PRODUCT = ROOT.resolve("distribution/runtime/target/fastsocket");

    private Pages() {}

    /** README, CONTRIBUTING, the documents, and the README of each bundle and example. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 4, (path, is) -> isPage(path))) {
            return files.sorted().toList();
        }
    }

    private static boolean isPage(Path path) {
        String relative = ROOT.relativize(path).toString();
        return relative.endsWith(".md")
                && !relative.matches("(.*/)?(target|node_modules|home|var)/.*");
    }

    /**
     * Compares a page with what follows from the code, or writes it if {@code -Ddocs=replace} says
     * so.
     */
    static void compare(String name, String generated) {
        Path page = FOLDER.resolve(name);
        try {
            if ("replace".equals(System.getProperty("docs"))) {
                Files.writeString(page, generated);
            }
            assertThat(Files.exists(page) ? Files.readString(page) : "")
                    .as(
                            "distribution/docs/%s no longer says what the code does. If the code is right:"
                                    + " mvn -pl distribution/docs -am verify -Ddocs=replace",
                            name)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell of a table: no line breaks, no column ends. */
    static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
