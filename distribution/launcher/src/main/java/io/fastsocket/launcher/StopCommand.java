package io.fastsocket.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends an instance in order, and by force only when that takes too long. */
@Command(name = "stop", description = "Stop in order, and wait until it is done.")
final class StopCommand implements Callable<Integer> {

    /** After its end is forced, a process is gone at once unless the machine is in trouble. */
    private static final int FORCED_LIMIT = 10;

    @Mixin private HomeOption home;
    @Spec private CommandSpec spec;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait before it is ended by force, else ${DEFAULT-VALUE}.")
    private int timeout;

    @Override
    public Integer call() throws InterruptedException {
        Home folder = home.home(Installation.find());
        PrintWriter out = spec.commandLine().getOut();
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
        out.flush();
        process.get().destroyForcibly();
        if (ended(process.get(), FORCED_LIMIT)) {
            return ExitCode.OK;
        }
        throw LaunchException.failed("process " + process.get().pid() + " cannot be ended");
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
