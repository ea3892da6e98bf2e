package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Complaint;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Terminal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BiFunction;

/**
 * Commands that can do without a server, since they read files: those of the log, and those on
 * contracts. The command line calls it by name, in its own process.
 */
public final class WithoutServer {

    private static final String SERVICE = "service";

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
            return Complaint.end(e, words, console);
        }
    }

    /** Knows the home, and the services that the product's JARs name for {@link ServiceLoader}. */
    private static BundleContext context(Path home) {
        return proxy(
                BundleContext.class,
                (name, argument) ->
                        switch (name) {
                            case "getProperty" ->
                                    "fastsocket.home".equals(argument) ? home.toString() : null;
                            case "getServiceReference" -> reference((Class<?>) argument);
                            case "getService" ->
                                    ((ServiceReference<?>) argument).getProperty(SERVICE);
                            case "ungetService" -> true;
                            default -> null;
                        });
    }

    /** To a service, if there is one; it is kept as a property. */
    private static ServiceReference<?> reference(Class<?> type) {
        return ServiceLoader.load(type, WithoutServer.class.getClassLoader())
                .findFirst()
                .map(
                        service ->
                                proxy(
                                        ServiceReference.class,
                                        (name, argument) ->
                                                SERVICE.equals(argument) ? service : null))
                .orElse(null);
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object, Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        WithoutServer.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                answer.apply(
                                        method.getName(),
                                        arguments == null ? null : arguments[0])));
    }
}
