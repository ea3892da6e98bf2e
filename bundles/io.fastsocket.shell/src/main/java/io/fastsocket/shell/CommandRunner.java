package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.remote.ClientGoneException;

import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;

/** Calls the commands of the catalogue. */
final class CommandRunner {

    private final BundleContext context;

    CommandRunner(BundleContext context) {
        this.context = context;
    }

    /**
     * Calls one.
     *
     * @param name one of the catalogue's
     * @param arguments as they were typed
     * @param console where it prints
     * @return its exit code
     * @throws CommandException if it fails
     * @throws InterruptedException if it was interrupted
     */
    int run(String name, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        OperatorCommand command = CommandCatalog.create(name);
        CommandParser parser = CommandCatalog.parser(name, command, console.inside());
        parser.parse(arguments);
        if (parser.helpWanted()) {
            console.out().println(parser.help());
            return ExitCode.OK;
        }
        try (Services services = new Services(context)) {
            Invocation invocation = new Invocation(console, services, parser.json());
            command.run(invocation);
            return invocation.exitCode();
        } catch (CommandException | InterruptedException | ClientGoneException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.failed(FileProblem.named(e));
        } catch (Exception e) {
            logger().error("The command {} failed", name, e);
            // The class is for whoever is told of the fault.
            throw CommandException.failed(
                    CommandCatalog.typed(name)
                            + " failed by a fault of FastSocket's own, which the log has more about: "
                            + e);
        }
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(CommandRunner.class);
    }
}
