package io.fastsocket.plugins;

import io.fastsocket.plugins.leaks.HeapDump;
import io.fastsocket.plugins.leaks.Holder;
import io.fastsocket.plugins.leaks.LeakSearch;
import io.fastsocket.spi.observe.HeapDumpPlan;
import io.fastsocket.spi.observe.Leak;
import io.fastsocket.spi.observe.LeakReport;
import io.fastsocket.spi.observe.RetiredRevision;
import io.fastsocket.spi.observe.UnloadCatalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Finds out what holds revisions that are out of service. One look at a time. */
final class LeakFinder implements UnloadCatalog {

    private static final Logger log = LoggerFactory.getLogger(LeakFinder.class);

    /** More than anybody would read; they mostly are the same. */
    private static final int PATHS = 20;

    /** What a collection has left by then is held. */
    private static final Duration GONE_BY = Duration.ofMillis(700);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** Reading takes some 20 MiB; a server that lacks them might end. */
    private static final long SPARE_HEAP = 48L << 20;

    private final Unloading unloading;
    private final Path folder;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Makes it.
     *
     * @param folder for the dump, of its own; made when needed
     */
    LeakFinder(Unloading unloading, Path folder) {
        this.unloading = unloading;
        this.folder = folder;
    }

    @Override
    public List<RetiredRevision> retired() {
        return unloading.retired();
    }

    @Override
    public HeapDumpPlan plan() {
        return DumpPlan.of(folder);
    }

    @Override
    public CompletionStage<LeakReport> leaks(Optional<String> plugin, Optional<Path> keep) {
        if (!busy.compareAndSet(false, true)) {
            return CompletableFuture.failedStage(
                    new IllegalStateException("somebody is looking for leaks already"));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return look(plugin, keep);
                    } catch (IOException e) {
                        throw new IllegalStateException("no heap dump: " + e.getMessage(), e);
                    } finally {
                        busy.set(false);
                    }
                },
                task -> Thread.ofPlatform().name("fastsocket-leaks").daemon().start(task));
    }

    private LeakReport look(Optional<String> plugin, Optional<Path> keep) throws IOException {
        List<RetiredRevision> there = afterCollection(plugin);
        if (there.isEmpty()) {
            return new LeakReport(List.of(), 0, 0, Duration.ZERO);
        }
        keep.ifPresent(LeakFinder::check);
        DumpPlan.check(plan(), SPARE_HEAP);
        List<RetiredRevision> wanted = there.subList(0, Math.min(PATHS, there.size()));
        try (HeapDump dump = HeapDump.take(folder)) {
            long bytes = dump.bytes();
            long began = System.nanoTime();
            Map<Long, Holder> holders =
                    LeakSearch.search(
                            dump,
                            RetiredLoader.class.getName(),
                            wanted.stream()
                                    .map(RetiredRevision::number)
                                    .collect(Collectors.toSet()));
            log.info(
                    "heap dump of {} MiB read in {} ms, to find what holds {} revisions; the server"
                            + " stood still for {} ms",
                    bytes >> 20,
                    Duration.ofNanos(System.nanoTime() - began).toMillis(),
                    there.size(),
                    dump.stopped().toMillis());
            if (keep.isPresent()) {
                dump.keep(keep.get());
            }
            return new LeakReport(
                    leaks(wanted, holders), there.size() - wanted.size(), bytes, dump.stopped());
        }
    }

    private static List<Leak> leaks(List<RetiredRevision> wanted, Map<Long, Holder> holders) {
        List<Leak> leaks = new ArrayList<>();
        for (RetiredRevision revision : wanted) {
            Holder holder = holders.get(revision.number());
            if (holder != null) {
                leaks.add(
                        new Leak(
                                revision,
                                holder.kind(),
                                holder.what(),
                                holder.cure(),
                                holder.path()));
            }
        }
        return leaks;
    }

    /** Those that are there although a collection has been. */
    private List<RetiredRevision> afterCollection(Optional<String> plugin) {
        List<RetiredRevision> there = there(plugin);
        if (there.isEmpty()) {
            return there;
        }
        System.gc();
        long deadline = System.nanoTime() + GONE_BY.toNanos();
        while (!there.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            there = there(plugin);
        }
        return there;
    }

    private List<RetiredRevision> there(Optional<String> plugin) {
        return unloading.retired().stream()
                .filter(one -> one.collectedAfter().isEmpty())
                .filter(one -> plugin.isEmpty() || plugin.get().equals(one.name()))
                .toList();
    }

    private static void check(Path keep) {
        if (!keep.toString().endsWith(".hprof")) {
            throw new IllegalStateException(keep + ": the name of a heap dump ends in .hprof");
        }
        if (Files.exists(keep)) {
            throw new IllegalStateException(keep + " exists already; nothing is overwritten");
        }
    }
}
