package io.fastsocket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts an instance with a home of its own, which serves its first clients, and stops it, for the
 * JVM to take note of what that needs. The start script has told the JVM to do so, and where to.
 */
final class PrepareCommand {

    /** Set by the start script to learn whether the arguments are right, before it takes long. */
    private static final String CHECK = "fastsocket.check";

    private final Arguments arguments;
    private final PrintStream out;

    PrepareCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() throws InterruptedException {
        Installation installation = Installation.find();
        SettingsReader reader = new SettingsReader(Map.of(), options());
        if (Boolean.getBoolean(CHECK)) {
            Settings settings = reader.read(new Home(installation.root()));
            new FeatureReader(installation)
                    .read(settings.features(), settings.origin(Setting.FEATURES));
            return ExitCode.OK;
        }
        Path wanted = arguments.home(installation).var();
        Home rehearsal = new Home(wanted.resolve("cache").resolve("prepare"));
        rehearsal.prepare(installation);
        Settings settings = reader.read(rehearsal);
        // Whoever does not get the lock deletes nothing: another process is at work there.
        try (InstanceLock lock = InstanceLock.acquire(rehearsal)) {
            try {
                new Instance(installation, settings, lock, false, out).rehearse();
            } finally {
                Folders.delete(rehearsal.root());
            }
        } catch (IOException e) {
            throw LaunchException.failed("the folder " + rehearsal.root() + " is left behind", e);
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
}
