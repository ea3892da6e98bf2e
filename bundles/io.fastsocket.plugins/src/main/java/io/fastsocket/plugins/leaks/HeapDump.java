package io.fastsocket.plugins.leaks;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/**
 * A dump of what is alive on the heap, in a folder that only the server's user can look into: it
 * holds whatever the server has in memory, secrets of clients among it. Deleted with all that was
 * written beside it when closed.
 */
public final class HeapDump implements AutoCloseable {

    private static final Set<PosixFilePermission> PRIVATE_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PRIVATE_FILE =
            PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final Path file;
    private final Duration stopped;

    private HeapDump(Path folder, Path file, Duration stopped) {
        this.folder = folder;
        this.file = file;
        this.stopped = stopped;
    }

    /**
     * Takes one; the server stands still meanwhile.
     *
     * @param folder does not have to exist; what an earlier one left in it is deleted
     * @return the dump
     * @throws IOException if it cannot be written
     */
    public static HeapDump take(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
        Path file = folder.resolve("heap.hprof");
        try {
            long began = System.nanoTime();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(file.toString(), true);
            Duration stopped = Duration.ofNanos(System.nanoTime() - began);
            Files.setPosixFilePermissions(file, PRIVATE_FILE);
            return new HeapDump(folder, file, stopped);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** Where it lies. */
    Path file() {
        return file;
    }

    /**
     * For how long the server stood still.
     *
     * @return as seen by the caller
     */
    public Duration stopped() {
        return stopped;
    }

    /**
     * Its size.
     *
     * @return in bytes
     * @throws IOException if it cannot be told
     */
    public long bytes() throws IOException {
        return Files.size(file);
    }

    /**
     * Moves it to where somebody wants it, as private as it is.
     *
     * @param target a file that does not exist
     * @throws IOException if it cannot be moved there
     */
    public void keep(Path target) throws IOException {
        Files.move(file, target);
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the heap dump cannot be deleted", e);
        }
    }

    /**
     * Deletes what a server that was killed has left behind.
     *
     * @param folder may be missing
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException error)
                            throws IOException {
                        if (error != null) {
                            throw error;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
