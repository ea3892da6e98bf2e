package io.fastsocket.launcher;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ends an instance in order, and by force only when that takes too long. */
final class StopCommand {

    /** Longer than an instance gives itself, which is 40 s. */
    private static final String DEFAULT_TIMEOUT = "60";

    private static final long LOOK_EVERY_MILLIS = 20;

    /** After its end is forced, a process is gone at once unless the machine is in trouble. */
    private static final int FORCED_LIMIT = 10;

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    StopCommand(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    int run() throws InterruptedException {
        int timeout = timeout();
        Home folder = arguments.home(Installation.find());
        Optional<RunInfo> info = RunInfo.running(folder.runFile());
        Optional<ProcessHandle> process = info.flatMap(RunInfo::process);
        if (process.isEmpty()) {
            return answer("not running (home " + folder.root() + ")", null, false);
        }
        long pid = process.get().pid();
        if (!process.get().destroy() && process.get().isAlive()) {
            throw LaunchException.failed(
                    "process %d belongs to %s, who alone can stop it"
                            .formatted(pid, process.get().info().user().orElse("another user")));
        }
        if (ended(process.get(), timeout)) {
            return answer("stopped process " + pid, pid, false);
        }
        err.println("process %d still runs after %d s: ending it by force".formatted(pid, timeout));
        process.get().destroyForcibly();
        if (ended(process.get(), FORCED_LIMIT)) {
            return answer("ended process " + pid, pid, true);
        }
        throw LaunchException.failed("process " + pid + " cannot be ended");
    }

    private int answer(String text, Long pid, boolean forced) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stopped", pid != null);
        values.put("pid", pid);
        values.put("forced", forced);
        out.print(arguments.has("--json") ? Json.write(values) : text + "\n");
        return ExitCode.OK;
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

    private boolean ended(ProcessHandle process, int seconds) throws InterruptedException {
        Progress progress = new Progress(err, "stopping process " + process.pid());
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (process.isAlive() && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            progress.show();
        }
        progress.clear();
        return !process.isAlive();
    }
}
