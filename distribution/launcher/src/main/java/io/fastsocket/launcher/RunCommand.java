package io.fastsocket.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Runs an instance in the foreground until it is stopped. */
@Command(name = "run", description = "Run in the foreground until Ctrl-C.")
final class RunCommand implements Callable<Integer> {

    @Mixin private SettingsOptions options;

    @Option(names = "--shell", description = "Read shell commands from this terminal.")
    private boolean shell;

    @Override
    public Integer call() throws Exception {
        Installation installation = Installation.find();
        Settings settings = options.read(installation);
        try (InstanceLock lock = InstanceLock.acquire(settings.home())) {
            return new Instance(installation, settings, lock, shell).run();
        }
    }
}
