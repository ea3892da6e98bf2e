package io.fastsocket.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs an instance in the background, and returns once it serves or has failed. */
final class StartCommand {

    /** A look at a small file: often enough not to be noticed, seldom enough not to cost. */
    private static final long LOOK_EVERY_MILLIS = 50;

    private static final int LINES_SHOWN = 20;

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    StartCommand(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    int run() throws InterruptedException {
        Installation installation = Installation.find();
        Settings settings = arguments.settings(installation);
        Home home = settings.home();
        InstanceLock.acquire(home).close();
        Process process = spawn(installation, home);
        Progress progress = new Progress(err, "starting");
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            progress.show();
            Optional<RunInfo> info = RunInfo.read(home.runFile());
            if (info.isPresent() && info.get().pid() == process.pid() && info.get().ready()) {
                progress.clear();
                out.print(answer(info.get(), home));
                return ExitCode.OK;
            }
        }
        progress.clear();
        throw ended(process.exitValue(), home.consoleLog());
    }

    private String answer(RunInfo info, Home home) {
        return arguments.has("--json")
                ? info.toJson()
                : Banner.text(info, null, "fastsocket stop " + home.asOption());
    }

    private Process spawn(Installation installation, Home home) {
        List<String> command = new ArrayList<>(detached());
        command.add(installation.script().toString());
        command.add("run");
        arguments.words().stream().filter(word -> !word.equals("--json")).forEach(command::add);
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(home.consoleLog().toFile())
                    .start();
        } catch (IOException e) {
            throw LaunchException.failed("the instance's process cannot be made", e);
        }
    }

    /** So that neither a closed terminal nor a Ctrl-C meant for something else ends it. */
    private static List<String> detached() {
        return Stream.of("setsid", "nohup").filter(Tools::has).limit(1).toList();
    }

    private static LaunchException ended(int exitCode, Path log) {
        List<String> lines = Home.tail(log, LINES_SHOWN);
        String message = "it did not start (exit code " + exitCode + "); the end of " + log + ":";
        String text = message + "\n  " + String.join("\n  ", lines);
        return exitCode == ExitCode.USAGE
                ? LaunchException.usage(text)
                : LaunchException.failed(text);
    }
}
