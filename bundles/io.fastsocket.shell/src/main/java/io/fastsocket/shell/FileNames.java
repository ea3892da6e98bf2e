package io.fastsocket.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files that may be typed next. */
final class FileNames {

    private FileNames() {}

    /**
     * Those that begin with what was typed; folders end in a slash.
     *
     * @param typed may be empty
     * @param directory where relative names start
     */
    static List<Candidate> beginning(String typed, Path directory) {
        int slash = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, slash);
        String name = typed.substring(slash);
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.filter(file -> shown(file.getFileName().toString(), name))
                    .map(file -> Candidate.of(folder + file.getFileName() + ending(file)))
                    .sorted((a, b) -> a.word().compareTo(b.word()))
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // no such folder: nothing to offer
        }
    }

    /** Hidden files are for those who type the dot. */
    private static boolean shown(String file, String typed) {
        return file.startsWith(typed) && (!file.startsWith(".") || typed.startsWith("."));
    }

    private static String ending(Path file) {
        return Files.isDirectory(file) ? "/" : "";
    }
}
