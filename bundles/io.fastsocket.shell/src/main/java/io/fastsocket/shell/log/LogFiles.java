package io.fastsocket.shell.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log's files, as {@code etc/log4j2.properties} names them: the one that is written, older
 * ones, and older ones compressed. The one that is written is held open, so that nothing is missed
 * when it gets another name meanwhile.
 */
public final class LogFiles implements AutoCloseable {

    /** The file that is written, in the log's folder. */
    static final String CURRENT = "fastsocket.jsonl";

    private static final String COMPRESSED = ".gz";
    private static final Pattern OLDER =
            Pattern.compile("fastsocket-([0-9-]{10})-([0-9]{1,9})\\.jsonl(\\.gz)?");

    private final FileChannel current;
    private final Object key;
    private final long end;
    private final List<Path> older;
    private final List<FileChannel> opened = new ArrayList<>();

    private LogFiles(FileChannel current, Object key, long end, List<Path> older) {
        this.current = current;
        this.key = key;
        this.end = end;
        this.older = older;
    }

    /**
     * Opens them.
     *
     * @param folder the log's
     * @return the files that are there now; to be closed
     * @throws IOException if they cannot be read
     */
    public static LogFiles open(Path folder) throws IOException {
        Path file = folder.resolve(CURRENT);
        FileChannel current = null;
        Object key = null;
        try {
            current = FileChannel.open(file, StandardOpenOption.READ);
            key = FileKey.of(file);
        } catch (NoSuchFileException e) {
            // There may be older ones.
        }
        long end = current == null ? 0 : FileSlice.lineEnd(current, current.size());
        return new LogFiles(current, key, end, older(folder, key));
    }

    /**
     * What was taken away.
     *
     * @param files how many files
     * @param bytes how much they held
     */
    public record Cleared(int files, long bytes) {}

    /**
     * Deletes older files and empties the one that is written: whoever writes it goes on at its new
     * end.
     *
     * @param folder the log's
     * @param olderAlone whether the file that is written stays as it is
     * @return what was taken away
     * @throws IOException if something cannot be
     */
    public static Cleared clear(Path folder, boolean olderAlone) throws IOException {
        int files = 0;
        long bytes = 0;
        try (LogFiles all = open(folder)) {
            for (Path file : all.older) {
                long size = Files.size(file);
                if (Files.deleteIfExists(file)) {
                    files++;
                    bytes += size;
                }
            }
            if (all.current != null && !olderAlone) {
                files++;
                bytes += all.current.size();
                try (FileChannel written =
                        FileChannel.open(folder.resolve(CURRENT), StandardOpenOption.WRITE)) {
                    written.truncate(0);
                }
            }
        }
        return new Cleared(files, bytes);
    }

    /** Newest first, each once: while one is compressed it is there twice. */
    static List<Path> older(Path folder, Object without) throws IOException {
        Map<String, Path> found = new TreeMap<>(Comparator.reverseOrder());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = OLDER.matcher(file.getFileName().toString());
                if (name.matches() && (without == null || !without.equals(FileKey.of(file)))) {
                    String order = name.group(1) + "%9s".formatted(name.group(2));
                    found.merge(order, file, (a, b) -> compressed(a) ? b : a);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return List.copyOf(found.values());
    }

    private static boolean compressed(Path file) {
        return file.toString().endsWith(COMPRESSED);
    }

    /**
     * Whether there is no log at all.
     *
     * @return true if no file is there
     */
    public boolean isEmpty() {
        return current == null && older.isEmpty();
    }

    /** Which file is written; null if there is none. */
    Object key() {
        return key;
    }

    /** Where its last whole line ends. */
    long end() {
        return end;
    }

    /**
     * What there is to be read, newest first, without files that were finished before a time.
     *
     * @param since the time, or null
     * @throws IOException if a file cannot be read
     */
    List<LogPiece> pieces(Instant since) throws IOException {
        List<LogPiece> pieces = new ArrayList<>();
        if (current != null) {
            pieces.addAll(FileSlice.of(CURRENT, current, end));
        }
        for (Path file : older) {
            try {
                if (since != null && Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    break;
                }
                if (compressed(file)) {
                    pieces.add(new CompressedFile(file));
                } else {
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    opened.add(channel);
                    pieces.addAll(
                            FileSlice.of(file.getFileName().toString(), channel, channel.size()));
                }
            } catch (NoSuchFileException e) {
                // Its time was over, or it has just been compressed; then the next try has it.
            }
        }
        return pieces;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : opened) {
            channel.close();
        }
        if (current != null) {
            current.close();
        }
    }
}
