package io.fastsocket.shell.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command reads and prints, and what kind of place that is.
 *
 * @param in what it reads; asked for only by commands that say so
 * @param out what it was asked for
 * @param err progress and complaints
 * @param terminal the terminal that shows the output, or {@link Terminal#NONE}
 * @param watched whether a person sees {@code err}, and so wants to see progress
 * @param directory the folder that relative names of files start from
 * @param inside whether the command was typed into a shell of the server's, and not as {@code
 *     fastsocket …}
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        boolean watched,
        Path directory,
        boolean inside) {

    /** The variable of a Gogo session that holds its console. */
    public static final String VARIABLE = ".fastsocket.console";

    /**
     * The same place with other streams, such as those of a pipe.
     *
     * @param in what is read
     * @param out what is printed to
     * @param err where complaints go
     * @param shown the terminal that shows {@code out}, or {@link Terminal#NONE}
     * @return the other console
     */
    public Console with(InputStream in, PrintStream out, PrintStream err, Terminal shown) {
        return new Console(in, out, err, shown, watched, directory, inside);
    }

    /**
     * A command as a person would type it here.
     *
     * @param words its words, as in {@code plugin list}
     * @return the text to type
     */
    public String command(String words) {
        return inside ? words : "fastsocket " + words;
    }
}
