package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a home to one process. The operating system holds the lock and drops it with the process,
 * however that ends, so there is never anything to clean up by hand.
 */
final class InstanceLock implements AutoCloseable {

    private final Home home;
    private final FileChannel channel;
    private boolean closed;

    private InstanceLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    static InstanceLock acquire(Home home) {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new InstanceLock(home, channel);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw held(home); // by this very process
        } catch (IOException e) {
            throw LaunchException.failed("the lock " + home.lockFile() + " cannot be taken", e);
        }
        throw held(home);
    }

    private static LaunchException held(Home home) {
        String holder =
                RunInfo.running(home.runFile())
                        .map(info -> "process " + info.pid())
                        .orElse("another process, which is just starting");
        return LaunchException.failed(
                ("already running: the home %s is in use by %s; stop it, or start this one with"
                                + " another --home")
                        .formatted(home.root(), holder));
    }

    /** Tells others what runs here. */
    void publish(RunInfo info) {
        try {
            info.write(home.runFile());
        } catch (IOException e) {
            throw LaunchException.failed(home.runFile() + " cannot be written", e);
        }
    }

    /** Who comes second ends the process, so it waits until the first one is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return; // another process may have it by now, and the file with it
        }
        closed = true;
        try {
            Files.deleteIfExists(home.runFile());
            channel.close();
        } catch (IOException e) {
            throw LaunchException.failed("the lock " + home.lockFile() + " cannot be let go", e);
        }
    }
}
