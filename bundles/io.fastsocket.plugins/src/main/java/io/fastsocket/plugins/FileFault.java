package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read or written: many exceptions name the file alone. */
final class FileFault {

    private FileFault() {}

    /** The reason, such as {@code /srv/a.jar: permission denied}. */
    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default ->
                    e.getMessage() == null || e.getMessage().isBlank()
                            ? "input or output failed"
                            : e.getMessage();
        };
    }
}
