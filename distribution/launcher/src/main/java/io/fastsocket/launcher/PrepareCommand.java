package io.fastsocket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts an instance with a home of its own and stops it, for the JVM to take note of what a start
 * needs. The start script has told the JVM to do so, and where to.
 */
final class PrepareCommand {

    private final Arguments arguments;
    private final PrintStream out;

    PrepareCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() throws InterruptedException {
        Installation installation = Installation.find();
        Home wanted = arguments.home(installation);
        Home rehearsal = new Home(wanted.var().resolve("cache").resolve("prepare"));
        try {
            rehearsal.prepare(installation);
            Settings settings = new SettingsReader(Map.of(), options()).read(rehearsal);
            try (InstanceLock lock = InstanceLock.acquire(rehearsal)) {
                new Instance(installation, settings, lock, false, out).rehearse();
            }
        } finally {
            delete(rehearsal.root());
        }
        return ExitCode.OK;
    }

    private Map<String, String> options() {
        Map<String, String> options =
                new HashMap<>(Map.of("--host", "127.0.0.1", "--port", "0", "--http-port", "0"));
        if (arguments.has("--features")) {
            options.put("--features", arguments.options().get("--features"));
        }
        return options;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw LaunchException.failed("a temporary folder is left behind", e);
        }
    }
}
