package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.spi.contract.LiveContract.Form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Map;

/** Where a document goes that a command has made: to the terminal, or into a file. */
final class DocumentOutput {

    private DocumentOutput() {}

    /** JSON if it was asked for, or if the file is named so, or else if the first document is. */
    static Form form(Invocation invocation, String input, String output) {
        String name = output == null ? input : output;
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        return json || (invocation.json() && output == null) ? Form.JSON : Form.YAML;
    }

    /**
     * Prints it, or writes it down and says so.
     *
     * @param output a file, which is replaced; null for none
     * @param said what to say
     */
    static void write(Invocation invocation, String output, String document, String said)
            throws CommandException {
        if (save(invocation, output, document)) {
            invocation.print(said, Map.of("file", output));
        }
    }

    /** Prints it, or writes it down; whether the latter. Says nothing. */
    static boolean save(Invocation invocation, String output, String document)
            throws CommandException {
        if (output == null) {
            invocation.line(document.stripTrailing());
            return false;
        }
        try {
            Files.writeString(invocation.file(output), document);
        } catch (InvalidPathException e) {
            throw CommandException.usage(output + " is no name of a file");
        } catch (IOException e) {
            throw CommandException.failed(output + " cannot be written: " + FileProblem.of(e));
        }
        return true;
    }
}
