package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.isolation.BusyCalls;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;

import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Has virtual threads run on as many carriers more as calls keep busy, so that the others' go on.
 * They are not time-sliced, but carriers are. Used by the watchdog's thread only.
 */
final class Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    /** Where the JDK has its scheduler's figures (JDK 24 and later). */
    private static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";

    private final Starvation starvation = new Starvation();
    private int extra;
    private boolean impossible;

    /**
     * Which carrier a virtual thread is on now: its name, or null if it is on none. The JDK says so
     * in its text only.
     */
    static String heldBy(Thread thread) {
        if (!thread.isVirtual() || thread.getState() != Thread.State.RUNNABLE) {
            return null;
        }
        String text = thread.toString();
        int at = text.lastIndexOf('@');
        return at > text.lastIndexOf(']') ? text.substring(at + 1) : null;
    }

    /**
     * Makes it that many more than there are without, or more if virtual threads get none: those of
     * streams, of hooks, and plugins' own are in no call that is looked at. To be told again and
     * again.
     */
    void extra(int busy, long nanoTime) {
        if (impossible) {
            return;
        }
        int wanted = Math.max(busy, starvation.lacking(nanoTime));
        if (wanted != extra) {
            resize(wanted);
        }
        if (wanted > 0) {
            wake();
        }
    }

    /**
     * A scheduler that had enough carriers at work has woken none for those that wait since; one
     * more thread has it look again, if it comes to a queue of the scheduler's that is empty. Which
     * one that is depends on the thread that starts it, so that has to be another each time.
     */
    private static void wake() {
        Thread.ofPlatform()
                .daemon()
                .name("fastsocket-carriers")
                .start(() -> Thread.startVirtualThread(() -> {}));
    }

    private void resize(int busy) {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .setAttribute(
                            new ObjectName(SCHEDULER),
                            new Attribute("Parallelism", BusyCalls.CARRIERS + busy));
            extra = busy;
        } catch (JMException e) {
            impossible = true;
            LOG.warn("Handlers that compute for long hold up others: this JVM cannot get more", e);
        }
    }
}
