package io.fastsocket.plugins;

import io.fastsocket.spi.observe.HeapDumpPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a heap dump would take, by what was measured on two cores and a disk of 2026. */
final class DumpPlan {

    /**
     * A dump's references have eight bytes, so it is twice the heap; the index is as large again.
     */
    private static final int ROOM = 4;

    private static final long WRITTEN_PER_SECOND = 250L << 20;
    private static final long READ_PER_SECOND = 20L << 20;
    private static final Duration COLLECTION = Duration.ofMillis(150);

    private DumpPlan() {}

    /** For a dump in a folder that may not exist yet; it is to lie in one that does. */
    static HeapDumpPlan of(Path folder) {
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        return new HeapDumpPlan(
                heap,
                ROOM * heap,
                free(folder),
                COLLECTION.plus(at(heap, WRITTEN_PER_SECOND)),
                at(heap, READ_PER_SECOND));
    }

    private static long free(Path folder) {
        Path existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // not known: the attempt will tell
        }
    }

    private static Duration at(long bytes, long perSecond) {
        return Duration.ofMillis(bytes * 1000 / perSecond);
    }

    /**
     * Refuses what would fail, or end the server.
     *
     * @param spareHeap bytes of heap that reading takes
     * @throws IllegalStateException saying what is lacking
     */
    static void check(HeapDumpPlan plan, long spareHeap) {
        if (plan.freeBytes() < plan.neededBytes()) {
            throw new IllegalStateException(
                    "no heap dump: it needs %d MiB on the disk that var is on, and %d MiB are free"
                            .formatted(plan.neededBytes() >> 20, plan.freeBytes() >> 20));
        }
        long spare = Runtime.getRuntime().maxMemory() - plan.heapBytes();
        if (spare < spareHeap) {
            throw new IllegalStateException(
                    "no heap dump: reading it needs %d MiB of heap, and %d MiB are free; raise -Xmx"
                            .formatted(spareHeap >> 20, spare >> 20));
        }
    }
}
