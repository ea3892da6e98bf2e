package io.fastsocket.shell.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What a file is, whatever its name. */
final class FileKey {

    private FileKey() {}

    /** The same object for the same file; null if it is not there, or has no such thing. */
    static Object of(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
