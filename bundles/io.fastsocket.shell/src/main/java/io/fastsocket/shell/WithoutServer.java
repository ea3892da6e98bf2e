package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Terminal;

import org.osgi.framework.BundleContext;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Commands that can do without a server, since they read files: those of the log. The command line
 * calls it by name, in its own process, when no server answers in a home.
 */
public final class WithoutServer {

    private WithoutServer() {}

    /**
     * Carries out a command.
     *
     * @param home the instance's folder
     * @param words the command and its arguments, as they were typed
     * @param environment of the terminal, as a request has it
     * @param out what it was asked for
     * @param err progress and complaints
     * @return the exit code
     * @throws InterruptedException if nobody waits any more
     */
    public static int run(
            Path home,
            List<String> words,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err)
            throws InterruptedException {
        Console console =
                new Console(
                        InputStream.nullInputStream(),
                        out,
                        err,
                        Terminal.of(environment),
                        environment.containsKey("WATCHED"),
                        Path.of("").toAbsolutePath(),
                        false);
        String name = words.get(0) + ":" + words.get(1);
        try {
            return new CommandRunner(context(home))
                    .run(name, words.subList(2, words.size()), console);
        } catch (CommandException e) {
            RemoteCommands.complain(console, e.getMessage());
            return e.exitCode();
        }
    }

    /** Knows the home, and no service. */
    private static BundleContext context(Path home) {
        return (BundleContext)
                Proxy.newProxyInstance(
                        WithoutServer.class.getClassLoader(),
                        new Class<?>[] {BundleContext.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getProperty")
                                                && "fastsocket.home".equals(arguments[0])
                                        ? home.toString()
                                        : null);
    }
}
