package io.fastsocket.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down what the commands are, for when no server runs. Called by the product's build. */
public final class DescribeCommands {

    private DescribeCommands() {}

    /**
     * Writes the help texts: {@code help.txt}, one for each scope, and one for each command, such
     * as {@code plugin.list.txt}.
     *
     * @param arguments the folder to write to
     * @throws IOException if that fails
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve("help"));
        write(folder, "help", "\nCommands for a running server:\n\n" + HelpText.all());
        for (String scope : CommandCatalog.scopes()) {
            write(folder, scope, HelpText.scope(scope, false));
        }
        for (String name : CommandCatalog.NAMES) {
            if (!name.equals("help")) {
                write(folder, name.replace(':', '.'), CommandCatalog.parser(name, false).help());
            }
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), text + "\n");
    }
}
