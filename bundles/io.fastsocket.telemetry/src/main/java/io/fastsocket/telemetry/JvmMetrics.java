package io.fastsocket.telemetry;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;

/** The JVM, under the names that Prometheus' clients have for it. */
final class JvmMetrics {

    private static final double MILLIS = 1e3;

    private static final Metric JVM =
            Metric.info("jvm", "Which Java this runs in.", "runtime", "vendor", "version");

    private static final Metric USED =
            Metric.gauge("jvm_memory_used_bytes", "Memory in use.", "area");

    private static final Metric COMMITTED =
            Metric.gauge("jvm_memory_committed_bytes", "Memory that the system has given.", "area");

    private static final Metric MAX =
            Metric.gauge(
                    "jvm_memory_max_bytes",
                    "Memory that may be used, if there is a limit.",
                    "area");

    private static final Metric COLLECTIONS =
            Metric.summary(
                    "jvm_gc_collection_seconds",
                    "Garbage collections: how many, and how long they took altogether.",
                    "gc");

    private static final Metric THREADS =
            Metric.gauge(
                    "jvm_threads_current", "Platform threads; virtual ones are not among them.");

    private static final Metric DAEMONS =
            Metric.gauge("jvm_threads_daemon", "Those of them that do not keep the process alive.");

    private static final Metric PEAK =
            Metric.gauge("jvm_threads_peak", "The most platform threads that there have been.");

    private static final Metric CLASSES =
            Metric.gauge("jvm_classes_currently_loaded", "Classes that are loaded.");

    private JvmMetrics() {}

    static void add(Scrape scrape) {
        scrape.add(
                JVM,
                1,
                System.getProperty("java.runtime.name", ""),
                System.getProperty("java.vm.vendor", ""),
                Runtime.version().toString());
        scrape.declare(MAX, COLLECTIONS);
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        add(scrape, memory.getHeapMemoryUsage(), "heap");
        add(scrape, memory.getNonHeapMemoryUsage(), "nonheap");
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            scrape.count(COLLECTIONS, gc.getCollectionCount(), gc.getName());
            scrape.sum(COLLECTIONS, gc.getCollectionTime() / MILLIS, gc.getName());
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        scrape.add(THREADS, threads.getThreadCount());
        scrape.add(DAEMONS, threads.getDaemonThreadCount());
        scrape.add(PEAK, threads.getPeakThreadCount());
        scrape.add(CLASSES, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static void add(Scrape scrape, MemoryUsage usage, String area) {
        scrape.add(USED, usage.getUsed(), area);
        scrape.add(COMMITTED, usage.getCommitted(), area);
        if (usage.getMax() >= 0) {
            scrape.add(MAX, usage.getMax(), area);
        }
    }
}
