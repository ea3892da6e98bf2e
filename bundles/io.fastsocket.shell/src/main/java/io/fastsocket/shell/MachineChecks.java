package io.fastsocket.shell;

import io.fastsocket.shell.console.FileProblem;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The doctor's look at the machine: open files, clock, disk, Java. */
final class MachineChecks {

    /** A thousand clients, and files and sockets of the runtime's own. */
    private static final long FEW_FILES = 4096;

    private static final long LITTLE_DISK = 1L << 30;
    private static final long NO_DISK = 100L << 20;
    private static final Duration JUMP = Duration.ofSeconds(10);

    /** No clock is right that shows a time before this program was written. */
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private MachineChecks() {}

    static List<Finding> all(Path home) {
        return List.of(files(), clock(), disk(home.resolve("var")), java());
    }

    private static Finding files() {
        long limit = OpenFiles.limit();
        String text = OpenFiles.text() + " open files";
        if (limit < 0) {
            return Finding.ok("open files", "the system does not say");
        }
        if (OpenFiles.now() > limit * 9 / 10) {
            return Finding.wrong(
                    "open files",
                    text,
                    "raise the limit (ulimit -n) and start again: new clients will"
                            + " soon be turned away");
        }
        return limit < FEW_FILES
                ? Finding.warning(
                        "open files", text, "each client takes one: raise the limit (ulimit -n)")
                : Finding.ok("open files", text);
    }

    private static Finding clock() {
        Instant now = Instant.now();
        // When the JVM started by the clock as it was then, and for how long it has run since.
        RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
        Instant expected = Instant.ofEpochMilli(jvm.getStartTime() + jvm.getUptime());
        Duration jumped = Duration.between(expected, now);
        if (now.isBefore(WRITTEN)) {
            return Finding.wrong("clock", "it shows " + now, "set the machine's clock");
        }
        if (jumped.abs().compareTo(JUMP) > 0) {
            return Finding.warning(
                    "clock",
                    "it was set by " + jumped.toSeconds() + " s while the server ran",
                    "let a time service keep it; times in the log from before do not fit");
        }
        return Finding.ok("clock", now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Finding disk(Path var) {
        try {
            FileStore store = Files.getFileStore(var);
            long free = store.getUsableSpace();
            String text = Figures.bytes(free) + " free for " + var;
            if (!Files.isWritable(var)) {
                return Finding.wrong(
                        "disk", var + " cannot be written to", "give the user the folder");
            }
            if (free < NO_DISK) {
                return Finding.wrong("disk", text, "make room: logs will soon be left out");
            }
            return free < LITTLE_DISK
                    ? Finding.warning("disk", text, "make room")
                    : Finding.ok("disk", text);
        } catch (IOException e) {
            return Finding.wrong("disk", FileProblem.named(e), "is the folder there?");
        }
    }

    private static Finding java() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        String text =
                "%s, heap %s of %s"
                        .formatted(
                                Runtime.version(),
                                Figures.bytes(used),
                                Figures.bytes(runtime.maxMemory()));
        return used > runtime.maxMemory() / 10 * 9
                ? Finding.warning(
                        "java",
                        text,
                        "if that stays, give it more by FASTSOCKET_JAVA_OPTS, such as -Xmx1g")
                : Finding.ok("java", text);
    }
}
