package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

import java.util.List;

/** A scope as a word of its own in Gogo, so that {@code plugin list} works as outside. */
final class GogoScope implements Function {

    private final String scope;
    private final CommandRunner runner;

    GogoScope(String scope, CommandRunner runner) {
        this.scope = scope;
        this.runner = runner;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        List<String> words = arguments.stream().map(String::valueOf).toList();
        if (words.isEmpty()) {
            GogoCommand.console(session).out().println(HelpText.scope(scope, true));
            return null;
        }
        String name = scope + ":" + words.getFirst();
        List<String> rest = words.subList(1, words.size());
        if (CommandCatalog.NAMES.contains(name)) {
            GogoCommand.run(runner, name, rest, session);
            return null;
        }
        // A plugin's command may have chosen the same scope.
        if (session.get(name) instanceof Function other) {
            return other.execute(session, arguments.subList(1, arguments.size()));
        }
        List<String> typed = List.of(scope, words.getFirst());
        throw CommandException.usage(
                "there is no command " + String.join(" ", typed) + HelpText.suggestion(typed));
    }
}
