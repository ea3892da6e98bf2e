package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a former run left in the framework's storage. It is set aside at once and deleted while the
 * instance serves: hundreds of small files to delete would hold up the start.
 */
final class OldStorage {

    private static final String ENDING = ".old-";

    private final Path storage;

    OldStorage(Path storage) {
        this.storage = storage;
    }

    /** Afterwards there is no storage. If the folder cannot be moved, the framework empties it. */
    void setAside() {
        String name = storage.getFileName() + ENDING + System.nanoTime();
        try {
            if (Files.exists(storage)) {
                Files.move(storage, storage.resolveSibling(name));
            }
        } catch (IOException e) {
            // It may be a mount of its own.
        }
    }

    /** Deletes what was set aside, now or in a run that was cut short, in a thread of its own. */
    void deleteInBackground() {
        Thread.ofPlatform().daemon().name("fastsocket-old-storage").start(this::delete);
    }

    void delete() {
        String pattern = storage.getFileName() + ENDING + "*";
        try (DirectoryStream<Path> old =
                Files.newDirectoryStream(storage.toAbsolutePath().getParent(), pattern)) {
            for (Path folder : old) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            // The next run tries again.
        }
    }
}
