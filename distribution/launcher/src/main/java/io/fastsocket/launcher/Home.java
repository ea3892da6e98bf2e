package io.fastsocket.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What belongs to one instance: its configuration, its plugins and what it writes.
 *
 * @param root the folder, absolute
 */
record Home(Path root) {

    /** Filled from the product when they are missing; what is there is never touched. */
    private static final List<String> SHIPPED = List.of("etc", "plugins");

    Path etc() {
        return root.resolve("etc");
    }

    Path plugins() {
        return root.resolve("plugins");
    }

    Path var() {
        return root.resolve("var");
    }

    /** Where the OSGi framework keeps what lasts one run. */
    Path storage() {
        return var().resolve("cache").resolve("framework");
    }

    /** Where the console's output goes when the instance runs in the background. */
    Path consoleLog() {
        return var().resolve("log").resolve("console.log");
    }

    Path runFile() {
        return var().resolve("run").resolve("fastsocket.json");
    }

    Path lockFile() {
        return var().resolve("run").resolve("fastsocket.lock");
    }

    /** The option that names it, to be copied into a command of a shell. */
    String asOption() {
        String path = root.toString();
        boolean plain = path.matches("[A-Za-z0-9_/.,:+@%-]+");
        return "--home " + (plain ? path : "'" + path.replace("'", "'\\''") + "'");
    }

    /**
     * Makes the folders, and fills {@code etc} and {@code plugins} where there are none yet. An
     * empty {@code plugins} stays empty: somebody may want no plugins.
     */
    void prepare(Installation installation) {
        try {
            for (String folder : SHIPPED) {
                Path from = installation.root().resolve(folder);
                if (Files.isDirectory(from) && !Files.exists(root.resolve(folder))) {
                    fill(from, root.resolve(folder));
                }
            }
            for (Path folder :
                    List.of(etc(), plugins(), var().resolve("log"), var().resolve("run"))) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw LaunchException.usage(
                    "the home " + root + " cannot be used: " + LaunchException.reason(e));
        }
    }

    /** Under another name first: a copy that was cut off must not pass for a finished one. */
    private static void fill(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path partial = Files.createTempDirectory(to.getParent(), "." + to.getFileName() + "-");
        Path copy = partial.resolve(to.getFileName());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(from.relativize(file).toString()));
            }
        }
        Files.move(copy, to, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(partial);
    }

    /** The last lines of a log, or none if it cannot be read. */
    static List<String> tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
