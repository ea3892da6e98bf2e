package io.fastsocket.shell.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads what is added to the log, through rotation and when it is emptied. It is looked at a few
 * times a second: not every file system tells of changes.
 */
final class LogFollower implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final Path file;
    private final LineScanner scanner;
    private FileChannel channel;
    private FileStream stream;
    private Object key;

    private LogFollower(Path folder, LogFilter filter, Consumer<LogLine> found) {
        file = folder.resolve(LogFiles.CURRENT);
        scanner = new LineScanner(filter, found);
    }

    /**
     * Follows until it is interrupted.
     *
     * @param folder the log's
     * @param files what was there, and has been read
     * @param wanted which lines
     * @param found is given them
     * @throws InterruptedException if nobody waits any more
     */
    static void follow(Path folder, LogFiles files, LogFilter wanted, Consumer<LogLine> found)
            throws IOException, InterruptedException {
        try (LogFollower follower = new LogFollower(folder, wanted, found)) {
            follower.open(files.end(), files.key());
            while (true) {
                follower.look();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private void look() throws IOException {
        Object now = FileKey.of(file);
        if (channel != null) {
            if (channel.size() < stream.position()) { // it was emptied
                stream = new FileStream(channel, 0, Long.MAX_VALUE);
                scanner.reset();
            }
            while (scanner.read(stream)) {
                // until its end
            }
        }
        if (now != null && !now.equals(key)) {
            scanner.reset();
            open(0, now);
        }
    }

    private void open(long from, Object expected) throws IOException {
        close();
        key = FileKey.of(file);
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            stream =
                    new FileStream(
                            channel,
                            key != null && key.equals(expected) ? from : 0,
                            Long.MAX_VALUE);
        } catch (NoSuchFileException e) {
            channel = null; // it is rotated just now
            key = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
