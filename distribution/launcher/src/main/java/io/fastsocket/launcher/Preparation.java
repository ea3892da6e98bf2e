package io.fastsocket.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has another process do {@code fastsocket prepare} for an instance, so that its next start is
 * quicker. It runs after the start, at the lowest priority, and ends with the instance.
 */
final class Preparation {

    /** The system property by which the start script says that nothing fitting is there. */
    private static final String WANTED = "fastsocket.prepare";

    /** For a while there are three JVMs of up to 300 MB each. */
    private static final long MEMORY_NEEDED = 1L << 30;

    private final Installation installation;
    private final Settings settings;
    private final PrintStream out;
    private Process process;
    private boolean cancelled;

    Preparation(Installation installation, Settings settings, PrintStream out) {
        this.installation = installation;
        this.settings = settings;
        this.out = out;
    }

    void inBackground() {
        if (Boolean.getBoolean(WANTED)) {
            Thread.ofPlatform().daemon().name("fastsocket-prepare").start(this::prepare);
        }
    }

    private void prepare() {
        if (memory() < MEMORY_NEEDED) {
            return;
        }
        List<String> command = new ArrayList<>(politely());
        command.add(installation.script().toString());
        command.add("prepare");
        command.add("--home=" + settings.home().root());
        command.add("--features=" + String.join(",", settings.features()));
        Path log = settings.home().var().resolve("log").resolve("prepare.log");
        try {
            Process started = start(command, log);
            if (started == null) {
                return;
            }
            if (started.waitFor() == ExitCode.OK) {
                Files.delete(log);
            } else if (!isCancelled()) {
                out.println("fastsocket: the next start will be no quicker than this; see " + log);
            }
        } catch (IOException e) {
            out.println("fastsocket: cannot prepare a quicker start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null if the instance is ending. */
    private synchronized Process start(List<String> command, Path log) throws IOException {
        if (!cancelled) {
            process =
                    new ProcessBuilder(command)
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        }
        return process;
    }

    /** The machine's or the container's. */
    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
    }

    private static List<String> politely() {
        return Tools.has("nice") ? List.of("nice", "-n", "19") : List.of();
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Ends it at once; what it has not finished is begun anew another time. */
    synchronized void cancel() {
        cancelled = true;
        Process running = process;
        if (running == null) {
            return;
        }
        // The script first: it would tidy up after its JVM, in a home that may be deleted
        // meanwhile.
        List<ProcessHandle> all =
                Stream.concat(Stream.of(running.toHandle()), running.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().completeOnTimeout(process, 2, SECONDS).join());
    }
}
