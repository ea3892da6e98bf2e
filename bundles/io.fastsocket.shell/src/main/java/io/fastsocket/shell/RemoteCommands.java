package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Complaint;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;
import io.fastsocket.shell.remote.CommandHandler;

import java.util.List;
import java.util.Optional;

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
            return Complaint.end(e, words, console);
        }
    }

    private int find(List<String> words, Console console)
            throws CommandException, InterruptedException {
        if (words.isEmpty()) {
            throw CommandException.usage("a command is missing; try: " + console.command("help"));
        }
        String first = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        if (CommandCatalog.NAMES.contains(first) || first.equals(CommandCatalog.COMPLETE)) {
            return runner.run(first, rest, console);
        }
        if (first.indexOf(':') > 0) {
            return call(first, rest, words, console);
        }
        boolean alone = rest.isEmpty() || rest.getFirst().matches("-h|--help");
        if (alone && CommandCatalog.scopes().contains(first)) {
            console.out().println(HelpText.scope(first, console.inside()));
            return ExitCode.OK;
        }
        if (alone && gogo.list(first, console)) {
            return ExitCode.OK;
        }
        Optional<String> theirs = gogo.named(first, console);
        if (theirs.isPresent()) {
            return call(theirs.get(), rest, words, console);
        }
        if (alone) {
            throw unknown(words, console);
        }
        return call(first + ":" + rest.getFirst(), rest.subList(1, rest.size()), words, console);
    }

    private int call(String name, List<String> arguments, List<String> typed, Console console)
            throws CommandException, InterruptedException {
        if (CommandCatalog.NAMES.contains(name)) {
            return runner.run(name, arguments, console);
        }
        if (gogo.call(name, arguments, console)) {
            return ExitCode.OK;
        }
        throw unknown(typed, console);
    }

    private static CommandException unknown(List<String> words, Console console) {
        boolean second = words.size() > 1 && !words.get(1).startsWith("-");
        List<String> two = words.subList(0, second ? 2 : 1);
        String hint = HelpText.suggestion(two);
        return CommandException.usage(
                "there is no command "
                        + String.join(" ", two)
                        + (hint.isEmpty() ? "; try: " + console.command("help") : hint));
    }
}
