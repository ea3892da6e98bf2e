package io.fastsocket.shell.log;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks for lines in all files of the log. */
public final class LogSearch {

    private final Invocation invocation;
    private final LogOptions wanted;

    /**
     * A search.
     *
     * @param invocation whoever asks
     * @param wanted which lines
     */
    public LogSearch(Invocation invocation, LogOptions wanted) {
        this.invocation = invocation;
        this.wanted = wanted;
    }

    /**
     * The log's folder of this server.
     *
     * @param invocation whoever asks
     * @return it may not exist
     */
    public static Path folder(Invocation invocation) {
        return Path.of(invocation.services().property("fastsocket.home"), "var", "log");
    }

    /**
     * Opens the files.
     *
     * @return to be closed
     * @throws CommandException if there are none
     * @throws IOException if they cannot be read
     */
    public LogFiles open() throws CommandException, IOException {
        Path folder = folder(invocation);
        LogFiles files = LogFiles.open(folder);
        if (files.isEmpty()) {
            files.close();
            throw CommandException.failed(
                    "there is no log in " + folder + ": etc/log4j2.properties says where it is");
        }
        return files;
    }

    /**
     * The newest wanted lines.
     *
     * @param files where to look
     * @param most how many
     * @return the newest last
     * @throws CommandException if something wrong is wanted
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if nobody waits any more
     */
    public List<LogLine> newest(LogFiles files, int most)
            throws CommandException, IOException, InterruptedException {
        NewestLines newest = new NewestLines(most);
        each(
                files,
                () -> new NewestLines(most),
                older -> {
                    newest.addOlder(older);
                    return !newest.full();
                });
        if (newest.cut()) {
            note(
                    "only the newest "
                            + newest.lines().size()
                            + " lines are shown: they have "
                            + (NewestLines.MOST_BYTES >> 20)
                            + " MiB. Narrow the search, or read the files");
        }
        return newest.lines();
    }

    /**
     * Reads the wanted lines piece by piece.
     *
     * @param <C> what the lines of one piece go to
     * @param files where to look
     * @param collectors makes those; any thread
     * @param more is given each in turn, and says whether there may be another
     * @throws CommandException if something wrong is wanted
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if nobody waits any more
     */
    public <C extends Consumer<LogLine>> void each(
            LogFiles files, Supplier<C> collectors, Predicate<C> more)
            throws CommandException, IOException, InterruptedException {
        LogFilter filter = wanted.filter();
        Progress progress = new Progress(invocation.console(), "searching the log");
        new PieceReader(filter, progress, this::note)
                .read(files.pieces(wanted.sinceOrNull()), collectors, more);
    }

    /**
     * Reads what is added to the log, until it is interrupted.
     *
     * @param files what was there, and has been read
     * @param found is given the wanted lines
     * @throws CommandException if something wrong is wanted
     * @throws IOException if the log cannot be read
     * @throws InterruptedException if nobody waits any more
     */
    public void follow(LogFiles files, Consumer<LogLine> found)
            throws CommandException, IOException, InterruptedException {
        LogFollower.follow(folder(invocation), files, wanted.filter(), found);
    }

    private void note(String what) {
        invocation.console().err().println("fastsocket: " + what);
    }
}
