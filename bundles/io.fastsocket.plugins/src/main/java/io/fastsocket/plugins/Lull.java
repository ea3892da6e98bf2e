package io.fastsocket.plugins;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * When a full garbage collection goes unnoticed: the collector works beside the application, or no
 * event has been handled for a second. One that stops all threads takes some 50 ms and more, too
 * much to ask for while clients wait. Not for use by several threads.
 */
final class Lull implements BooleanSupplier {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration COUNT_EVERY = Duration.ofMillis(300);

    private final BundleContext context;
    private Boolean concurrent;
    private long calls = -1;
    private long since;
    private long countedAt = System.nanoTime() - COUNT_EVERY.toNanos();

    Lull(BundleContext context) {
        this.context = context;
    }

    /** Whether it is now. Says no the first time, and has to be asked again. */
    @Override
    public boolean getAsBoolean() {
        if (concurrent == null) {
            concurrent = collectsConcurrently(); // what manages the JVM is loaded when needed
        }
        if (concurrent) {
            return true;
        }
        long now = System.nanoTime();
        if (now - countedAt < COUNT_EVERY.toNanos()) {
            return false;
        }
        countedAt = now;
        long counted = calls();
        if (counted != calls) {
            calls = counted;
            since = now;
        }
        return now - since > QUIET.toNanos();
    }

    private long calls() {
        ServiceReference<EventCatalog> reference = context.getServiceReference(EventCatalog.class);
        EventCatalog catalog = reference == null ? null : context.getService(reference);
        if (catalog == null) {
            return 0; // without a registry no event is handled
        }
        try {
            return catalog.events().stream().mapToLong(EventInfo::calls).sum();
        } finally {
            context.ungetService(reference);
        }
    }

    /** Whether an explicit collection stops threads for moments only. */
    private static boolean collectsConcurrently() {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        boolean told = flags.contains("-XX:+ExplicitGCInvokesConcurrent");
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .anyMatch(
                        name ->
                                name.startsWith("ZGC")
                                        || name.startsWith("Shenandoah")
                                        || (name.startsWith("G1") && told));
    }
}
