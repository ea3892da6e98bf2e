package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.remote.CommandHandler;

import java.util.List;

/** What is asked for outside: words, the first of which name a command of ours or of Gogo's. */
final class RemoteCommands implements CommandHandler {

    private final CommandRunner runner;
    private final GogoFunctions gogo;

    RemoteCommands(CommandRunner runner, GogoFunctions gogo) {
        this.runner = runner;
        this.gogo = gogo;
    }

    @Override
    public int run(List<String> words, Console console) throws InterruptedException {
        try {
            return find(words, console);
        } catch (CommandException e) {
            complain(console, e.getMessage());
            return e.exitCode();
        }
    }

    /** Says what went wrong, as the command line's own messages do. */
    static void complain(Console console, String message) {
        if (!message.isEmpty()) {
            console.err()
                    .println(console.terminal().paint(Style.BAD, "fastsocket:") + " " + message);
        }
    }

    private int find(List<String> words, Console console)
            throws CommandException, InterruptedException {
        if (words.isEmpty()) {
            throw CommandException.usage("a command is missing; try: fastsocket help");
        }
        String first = words.getFirst();
        if (CommandCatalog.NAMES.contains(first)) {
            return runner.run(first, words.subList(1, words.size()), console);
        }
        boolean alone = words.size() == 1 || words.get(1).matches("-h|--help");
        if (!alone) {
            String name = first + ":" + words.get(1);
            List<String> rest = words.subList(2, words.size());
            if (CommandCatalog.NAMES.contains(name)) {
                return runner.run(name, rest, console);
            }
            if (gogo.call(name, rest, console)) {
                return ExitCode.OK;
            }
        } else if (CommandCatalog.scopes().contains(first)) {
            console.out().println(HelpText.scope(first, false));
            return ExitCode.OK;
        } else if (gogo.list(first, console)) {
            return ExitCode.OK;
        }
        throw unknown(words);
    }

    private CommandException unknown(List<String> words) {
        List<String> two = words.subList(0, Math.min(2, words.size()));
        String hint = HelpText.suggestion(two);
        return CommandException.usage(
                "there is no command "
                        + String.join(" ", two)
                        + (hint.isEmpty() ? "; try: fastsocket help" : hint));
    }
}
