package io.fastsocket.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the operating system that a machine may have or not. */
final class Tools {

    private Tools() {}

    /** Whether a program of that name is on the {@code PATH}. */
    static boolean has(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
