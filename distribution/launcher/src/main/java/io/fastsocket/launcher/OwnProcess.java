package io.fastsocket.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands that can do without a server, carried out in the command line's own process. They are
 * those of the bundle {@code shell}, which is looked up by name: it need not be there.
 */
final class OwnProcess {

    private static final Set<String> LOG = Set.of("view", "tail", "stats", "clear");
    private static final Set<String> ASYNCAPI =
            Set.of("validate", "diff", "test", "bundle", "convert", "import", "list", "show");

    /** Options of {@code asyncapi docs} that have a value. */
    private static final Set<String> VALUED = Set.of("-o", "--output", "--allow-host");

    private static final String CALLED = "io.fastsocket.shell.WithoutServer";

    private OwnProcess() {}

    /** Whether words are a command that needs no more than the log's files of a home. */
    static boolean readsLog(List<String> words) {
        return is(words, "log", LOG);
    }

    /** Whether words are a command that has nothing to do with a server. */
    static boolean needsNoServer(List<String> words) {
        return is(words, "asyncapi", ASYNCAPI)
                || (is(words, "asyncapi", Set.of("docs")) && namesFile(words));
    }

    /** Whether it is about files: without any it is about what a server has in service. */
    private static boolean namesFile(List<String> words) {
        for (int i = 2; i < words.size(); i++) {
            if (VALUED.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(List<String> words, String scope, Set<String> commands) {
        return words.size() > 1
                && words.getFirst().equals(scope)
                && commands.contains(words.get(1));
    }

    /** Carries it out; the exit code. */
    static int run(Installation installation, Home home, List<String> words, PrintStream err)
            throws InterruptedException {
        Map<String, String> environment = new HashMap<>();
        for (String entry : ClientTerminal.find().environment()) {
            String[] pair = entry.split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        // UTF-8, as from a server, whatever the terminal's locale.
        try (PrintStream out =
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                false,
                                StandardCharsets.UTF_8);
                URLClassLoader bundles = new URLClassLoader(new URL[] {classPath(installation)})) {
            return (int)
                    bundles.loadClass(CALLED)
                            .getMethod(
                                    "run",
                                    Path.class,
                                    List.class,
                                    Map.class,
                                    PrintStream.class,
                                    PrintStream.class)
                            .invoke(null, home.root(), words, environment, out, err);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw LaunchException.failed("the command failed", e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw LaunchException.failed("this installation does not have the command", e);
        }
    }

    /** A JAR that names all of the product's in its manifest. */
    private static URL classPath(Installation installation) throws MalformedURLException {
        return installation.root().resolve("lib").resolve("fastsocket.jar").toUri().toURL();
    }
}
