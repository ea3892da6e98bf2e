package io.fastsocket.shell.console;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file could not be read or written: many exceptions name the file alone. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * The reason, without the file's name where that is all that the exception has beside it.
     *
     * @param e what went wrong
     * @return such as {@code permission denied}
     */
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException file -> "it is no folder";
            case DirectoryNotEmptyException full -> "the folder is not empty";
            case FileAlreadyExistsException there -> "it is there already";
            case CharacterCodingException binary -> "it is no text in UTF-8";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case EOFException early -> "it ends too early";
            default -> e.getMessage() == null ? "input or output failed" : e.getMessage();
        };
    }

    /**
     * The reason, with the file's name in front if the exception knows it.
     *
     * @param e what went wrong
     * @return such as {@code etc/a.cfg: permission denied}
     */
    public static String named(IOException e) {
        return e instanceof FileSystemException file && file.getFile() != null
                ? file.getFile() + ": " + of(e)
                : of(e);
    }
}
