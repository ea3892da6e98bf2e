package io.fastsocket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this machine is, and whether it will do. */
final class Machine {

    private static final Pattern FILES = Pattern.compile("Max open files\\s+(\\d+)");

    private Machine() {}

    /** In one line, for those who read the figures elsewhere. */
    static String describe() throws IOException {
        String memory = line("/proc/meminfo", "MemTotal:\\s+(\\d+) kB");
        return String.format(
                "%s, %d cores, %d GB, Linux %s, Java %s",
                line("/proc/cpuinfo", "model name\\s*:\\s*(.+)"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(memory) / 1e6),
                System.getProperty("os.version"),
                System.getProperty("java.version"));
    }

    private static String line(String file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        return found.find() ? found.group(1).strip() : "unknown";
    }

    /** Refuses to begin what cannot end well. */
    static void check(int connections) throws IOException {
        if (!Files.exists(Path.of("/proc/self/limits"))) {
            throw new Options.UsageException("Linux is needed: processor time is read from /proc");
        }
        Matcher found = FILES.matcher(Files.readString(Path.of("/proc/self/limits")));
        int needed = connections + 1000;
        if (found.find() && Integer.parseInt(found.group(1)) < needed) {
            throw new Options.UsageException(
                    String.format(
                            "%,d connections need %,d open files, and %s are allowed: run"
                                    + " \"ulimit -n %d\" first, or choose other --scenarios",
                            connections, needed, found.group(1), needed));
        }
    }
}
