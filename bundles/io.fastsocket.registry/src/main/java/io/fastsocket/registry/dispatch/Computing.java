package io.fastsocket.registry.dispatch;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much processor time a call takes of the carrier that it keeps, and what it allocates there.
 * Not how long it keeps it: on a machine that is busy with others, or from a container that has
 * used up its share, a carrier gets little of it, and a call that waits for the processor does no
 * wrong. Asked at intervals, by the watchdog's thread.
 */
final class Computing {

    /** Of a virtual thread the JVM tells neither, but of its carrier. */
    private static final ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** Carriers by name, which the JDK gives to one only. */
    private static final Map<String, Long> IDS = new ConcurrentHashMap<>();

    private final String carrier;
    private final long since;
    private final long time;
    private long bytes;

    /**
     * A call has been found on a carrier.
     *
     * @param on the carrier's name
     * @param nanoTime now
     */
    Computing(String on, long nanoTime) {
        carrier = on;
        since = nanoTime;
        time = time(on);
        bytes = bytes(on);
    }

    /** Whether that is still the carrier that it is on. */
    boolean isOn(String name) {
        return carrier.equals(name);
    }

    /** For how many nanoseconds it has been there. */
    long kept(long nanoTime) {
        return nanoTime - since;
    }

    /** How many of the processor's it has used there. */
    long nanos() {
        return time(carrier) - time;
    }

    /** How many bytes have been allocated there since this was asked last. */
    long allocated() {
        long before = bytes;
        bytes = bytes(carrier);
        return Math.max(0, bytes - before);
    }

    /** The clock's where the JVM has none of threads. */
    private static long time(String carrier) {
        Long id = id(carrier);
        long time = id == null ? -1 : THREADS.getThreadCpuTime(id);
        if (time < 0) {
            IDS.remove(carrier);
            return System.nanoTime();
        }
        return time;
    }

    /** None where the JVM does not say. */
    private static long bytes(String carrier) {
        Long id = id(carrier);
        return id == null ? 0 : Math.max(0, THREADS.getThreadAllocatedBytes(id));
    }

    private static Long id(String carrier) {
        return IDS.computeIfAbsent(carrier, Computing::find);
    }

    private static Long find(String carrier) {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals(carrier)) {
                return thread.getThreadId();
            }
        }
        return null;
    }
}
