package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Wakes the deployer when the system reports a change. Polling finds what is not reported. */
final class FileWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FileWatch.class);

    private final WatchService service;

    private FileWatch(WatchService service) {
        this.service = service;
    }

    /**
     * Begins to watch.
     *
     * @param directory to watch
     * @param changed called on a thread of its own; must not block
     * @return the watch, or null where the system has none to give: then there is only polling
     */
    static FileWatch start(Path directory, Runnable changed) {
        try {
            WatchService service = directory.getFileSystem().newWatchService();
            directory.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            FileWatch watch = new FileWatch(service);
            Thread.ofPlatform()
                    .name("fastsocket-plugins-watch")
                    .daemon()
                    .start(() -> watch.run(changed));
            return watch;
        } catch (IOException | UnsupportedOperationException e) {
            log.info("no file events for {} ({}); it is polled", directory, e.toString());
            return null;
        }
    }

    private void run(Runnable changed) {
        try {
            for (WatchKey key = service.take(); ; key = service.take()) {
                key.pollEvents();
                changed.run();
                if (!key.reset()) {
                    return; // The directory is gone; should it come back, it is polled.
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            log.trace("watch ends", e);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            log.debug("watch did not close", e);
        }
    }
}
