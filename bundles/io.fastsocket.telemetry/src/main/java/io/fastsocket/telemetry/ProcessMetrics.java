package io.fastsocket.telemetry;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The process, under the names that Prometheus' clients have for it. */
final class ProcessMetrics {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final long KIBIBYTE = 1024;

    /** What Linux tells of the process; absent elsewhere. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final Metric BUILD =
            Metric.info("fastsocket_build", "Which FastSocket this is.", "version");

    private static final Metric STARTED =
            Metric.gauge(
                    "process_start_time_seconds",
                    "When the process started, in seconds since 1970 in UTC.");

    private static final Metric CPU =
            Metric.counter("process_cpu_seconds", "Processor time that the process has taken.");

    private static final Metric OPEN_FILES =
            Metric.gauge("process_open_fds", "Open files; each connection is one.");

    private static final Metric MOST_FILES =
            Metric.gauge("process_max_fds", "How many files may be open.");

    private static final Metric RESIDENT =
            Metric.gauge("process_resident_memory_bytes", "Memory that the process has in use.");

    private static final Metric VIRTUAL =
            Metric.gauge("process_virtual_memory_bytes", "Address space of the process.");

    private static final Instant START =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    private ProcessMetrics() {}

    static void add(Scrape scrape, String version) {
        scrape.add(BUILD, 1, version);
        scrape.add(STARTED, START.toEpochMilli() / MILLIS);
        scrape.declare(CPU, OPEN_FILES, MOST_FILES, RESIDENT, VIRTUAL);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            scrape.add(CPU, system.getProcessCpuTime() / NANOS);
            if (system instanceof UnixOperatingSystemMXBean unix) {
                scrape.add(OPEN_FILES, unix.getOpenFileDescriptorCount());
                scrape.add(MOST_FILES, unix.getMaxFileDescriptorCount());
            }
        }
        for (String line : status()) {
            if (line.startsWith("VmRSS:")) {
                scrape.add(RESIDENT, bytes(line));
            } else if (line.startsWith("VmSize:")) {
                scrape.add(VIRTUAL, bytes(line));
            }
        }
    }

    private static List<String> status() {
        if (!Files.isReadable(STATUS)) {
            return List.of();
        }
        try {
            return Files.readAllLines(STATUS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a line such as {@code VmRSS: 1234 kB}. */
    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE;
    }
}
