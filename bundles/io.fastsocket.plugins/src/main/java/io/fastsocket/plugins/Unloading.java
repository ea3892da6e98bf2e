package io.fastsocket.plugins;

import io.fastsocket.spi.observe.RetiredRevision;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the class loaders of revisions that are out of the framework are collected. References
 * tell it when they are, a {@link Canary} when they could have been; the garbage collector is asked
 * to look only if nobody notices ({@link Lull}). Usable from any thread.
 */
final class Unloading {

    /** How many are remembered; those that are collected are forgotten first. */
    static final int LIMIT = 500;

    private static final Logger log = LoggerFactory.getLogger(Unloading.class);

    /** What is there after so long is worth a line in the log. */
    private static final Duration WARN_AFTER = Duration.ofSeconds(60);

    /** A collection is asked for at most once in so many times the time that one waits for it. */
    private static final int REST = 10;

    private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
    private final Deque<RetiredLoader> retired = new ArrayDeque<>();
    private final Supplier<Duration> collectTime;
    private final BooleanSupplier lull;
    private final Runnable collector;
    private final Map<RevisionId, Integer> cutOff = new HashMap<>();
    private long numbers;
    private long askedAt;
    private boolean asked;

    /**
     * Knows of none yet.
     *
     * @param collectTime how long ordinary collections are waited for; zero for ever
     * @param lull says when one may be asked for
     * @param collector asks for one, and does not wait
     */
    Unloading(Supplier<Duration> collectTime, BooleanSupplier lull, Runnable collector) {
        this.collectTime = collectTime;
        this.lull = lull;
        this.collector = collector;
    }

    /** Asks for a garbage collection, on a thread of its own: some work beside the application. */
    static void collect() {
        Thread.ofPlatform().name("fastsocket-collect").daemon().start(System::gc);
    }

    /** The class loader of a bundle that is about to be uninstalled; null if it never had one. */
    static ClassLoader loader(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? null : wiring.getClassLoader();
    }

    /** Calls of a revision that is about to be uninstalled were cut off. */
    synchronized void cutOff(RevisionId revision, int calls) {
        cutOff.merge(revision, calls, Integer::sum);
    }

    /** A revision is uninstalled; its loader, if it had one, is to be collected. */
    synchronized void retired(RevisionId revision, ClassLoader loader) {
        int cut = Objects.requireNonNullElse(cutOff.remove(revision), 0);
        if (loader == null) {
            return;
        }
        if (retired.size() >= LIMIT) {
            forgetOne();
        }
        numbers++;
        retired.addLast(new RetiredLoader(numbers, revision, loader, queue, cut));
    }

    private void forgetOne() {
        Iterator<RetiredLoader> oldest = retired.iterator();
        while (oldest.hasNext()) {
            if (!oldest.next().isThere()) {
                oldest.remove();
                return;
            }
        }
        retired.removeFirst();
    }

    /** Newest first. */
    synchronized List<RetiredRevision> retired() {
        long now = look();
        List<RetiredRevision> all = new ArrayList<>();
        retired.descendingIterator().forEachRemaining(one -> all.add(one.describe(now)));
        return all;
    }

    /** To be called now and then: warns of what is held, and has the collector look. */
    synchronized void round() {
        if (retired.isEmpty()) {
            return;
        }
        long now = look();
        Duration limit = collectTime.get();
        boolean overdue = false;
        for (RetiredLoader one : retired) {
            Duration age = one.age(now);
            overdue |= one.isUnknown() && age.compareTo(limit) > 0;
            if (one.isHeld(now) && age.compareTo(WARN_AFTER) > 0 && one.warn()) {
                log.warn(
                        "{} is out of service for {} s and was not collected: something holds its"
                                + " classes. fastsocket plugin leaks says what",
                        one,
                        age.toSeconds());
            }
        }
        if (overdue && !limit.isZero()) {
            ask(now, limit);
        }
    }

    private void ask(long now, Duration limit) {
        boolean rested = !asked || now - askedAt > REST * limit.toNanos();
        if (rested && lull.getAsBoolean()) {
            asked = true;
            askedAt = now;
            log.debug("asking for a garbage collection");
            collector.run();
        }
    }

    /** Takes note of what is collected; returns the time. */
    private long look() {
        long now = System.nanoTime();
        while (queue.poll() instanceof RetiredLoader gone) {
            gone.collected(now);
            log.debug("{} is collected after {} ms", gone, gone.age(now).toMillis());
        }
        for (RetiredLoader one : retired) {
            one.look(now);
        }
        return now;
    }
}
