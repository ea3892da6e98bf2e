package io.fastsocket.launcher;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends an instance in order, and by force only when that takes too long. */
final class StopCommand {

    /** Longer than an instance gives itself, which is 40 s. */
    private static final String DEFAULT_TIMEOUT = "60";

    /** After its end is forced, a process is gone at once unless the machine is in trouble. */
    private static final int FORCED_LIMIT = 10;

    private final Arguments arguments;
    private final PrintStream out;

    StopCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() throws InterruptedException {
        int timeout = timeout();
        Home folder = arguments.home(Installation.find());
        Optional<RunInfo> info = RunInfo.running(folder.runFile());
        Optional<ProcessHandle> process = info.flatMap(RunInfo::process);
        if (process.isEmpty()) {
            out.println("not running (home " + folder.root() + ")");
            return ExitCode.OK;
        }
        process.get().destroy();
        if (ended(process.get(), timeout)) {
            out.println("stopped process " + process.get().pid());
            return ExitCode.OK;
        }
        out.println(
                "process %d still runs after %d s: ending it by force"
                        .formatted(process.get().pid(), timeout));
        process.get().destroyForcibly();
        if (ended(process.get(), FORCED_LIMIT)) {
            return ExitCode.OK;
        }
        throw LaunchException.failed("process " + process.get().pid() + " cannot be ended");
    }

    private int timeout() {
        String value = arguments.options().getOrDefault("--timeout", DEFAULT_TIMEOUT);
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= 0 && seconds <= 3600) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // The message below says all there is to say.
        }
        throw LaunchException.usage(
                "--timeout = " + value + ": must be a whole number of seconds from 0 to 3600");
    }

    private static boolean ended(ProcessHandle process, int seconds) throws InterruptedException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw LaunchException.failed("waiting for process " + process.pid() + " failed", e);
        }
    }
}
