package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.remote.ClientGoneException;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.threadio.ThreadIO;
import org.osgi.framework.BundleContext;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The commands that other bundles have registered with Gogo, called from outside. Nothing is parsed
 * on the way: a function gets the very arguments that were typed.
 */
final class GogoFunctions {

    /** Where a session of Gogo's keeps the names of all commands. */
    private static final String COMMANDS = ".commands";

    private final BundleContext context;

    GogoFunctions(BundleContext context) {
        this.context = context;
    }

    /**
     * Calls a command.
     *
     * @param name {@code scope:function}
     * @return whether there is one
     */
    boolean call(String name, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        try (Services services = new Services(context)) {
            Optional<CommandProcessor> processor = services.find(CommandProcessor.class);
            Optional<ThreadIO> streams = services.find(ThreadIO.class);
            if (processor.isEmpty() || streams.isEmpty()) {
                return false;
            }
            try (CommandSession session = session(processor.get(), console)) {
                if (!(session.get(name) instanceof Function function)) {
                    return false;
                }
                streams.get().setStreams(console.in(), console.out(), console.err());
                try {
                    print(function.execute(session, List.copyOf(arguments)), session, console);
                } finally {
                    streams.get().close();
                }
                return true;
            }
        } catch (CommandException | InterruptedException | ClientGoneException e) {
            throw e;
        } catch (Exception e) {
            throw CommandException.failed(message(e));
        }
    }

    private static CommandSession session(CommandProcessor processor, Console console) {
        CommandSession session =
                processor.createSession(console.in(), console.out(), console.err());
        session.currentDir(console.directory());
        session.put(Console.VARIABLE, console);
        return session;
    }

    static void print(Object result, CommandSession session, Console console) {
        if (result != null) {
            console.out().println(session.format(result, Converter.INSPECT));
        }
    }

    /** An exception of a command that is not ours; its class is all that some say. */
    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /**
     * Lists the commands of a scope.
     *
     * @return whether there are any
     */
    boolean list(String scope, Console console) {
        Set<String> functions = new TreeSet<>();
        for (String name : names(console)) {
            if (name.startsWith(scope + ":")) {
                functions.add(name.substring(scope.length() + 1));
            }
        }
        functions.forEach(function -> console.out().println(scope + " " + function));
        return !functions.isEmpty();
    }

    /**
     * The command of that name alone, if it is in one scope only and that is not a scope of ours.
     */
    Optional<String> named(String function, Console console) {
        if (CommandCatalog.scopes().contains(function)) {
            return Optional.empty();
        }
        List<String> found =
                names(console).stream()
                        .filter(name -> CommandCatalog.function(name).equals(function))
                        .filter(name -> !CommandCatalog.NAMES.contains(name))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** All commands, as {@code scope:function}. */
    Collection<String> names(Console console) {
        try (Services services = new Services(context)) {
            Optional<CommandProcessor> processor = services.find(CommandProcessor.class);
            if (processor.isEmpty()) {
                return Set.of();
            }
            try (CommandSession session = session(processor.get(), console)) {
                Set<String> names = new TreeSet<>();
                if (session.get(COMMANDS) instanceof Collection<?> all) {
                    all.forEach(name -> names.add(name.toString()));
                }
                return names;
            }
        }
    }
}
