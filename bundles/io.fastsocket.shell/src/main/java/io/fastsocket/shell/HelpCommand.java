package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** {@code help}. */
@Command(
        description = "Tell what commands there are, or how one is used.",
        footer = {"help", "help plugin", "help plugin list"})
final class HelpCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..2",
            description = "A scope, or a command. Without it, all commands are listed.")
    private List<String> words = List.of();

    @Override
    public void run(Invocation invocation) throws CommandException {
        Console console = invocation.console();
        String text = words.isEmpty() ? overview() : of(String.join(":", words), console);
        invocation.print(text, text);
    }

    private static String overview() {
        return HelpText.all()
                + "\n\nMore about one: help COMMAND. Other bundles' commands: felix:help lists them.";
    }

    private static String of(String name, Console console) throws CommandException {
        if (CommandCatalog.NAMES.contains(name)) {
            return CommandCatalog.parser(name, console.inside()).help();
        }
        if (CommandCatalog.scopes().contains(name)) {
            return HelpText.scope(name, console.inside());
        }
        throw CommandException.usage(
                "there is no command "
                        + CommandCatalog.typed(name)
                        + HelpText.suggestion(List.of(name.split(":"))));
    }
}
