package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that commands on contracts are given. */
final class ContractFiles {

    private ContractFiles() {}

    /** A file that can be read, as the caller means it. */
    static Path readable(String name, Invocation invocation) throws CommandException {
        try {
            Path file = invocation.file(name);
            if (!Files.exists(file)) {
                throw CommandException.failed("there is no file " + name);
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw CommandException.failed(name + " is not a file that can be read");
            }
            return file;
        } catch (InvalidPathException e) {
            throw CommandException.usage(name + " is no name of a file");
        }
    }
}
