package io.fastsocket.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The terminal that shows what a command prints. The start script finds out, since Java cannot.
 *
 * @param rows how high it is, or 0 if standard output is no terminal
 * @param columns how wide it is, or 0
 * @param colour whether colours are wanted
 * @param watched whether standard error is a terminal
 */
record ClientTerminal(int rows, int columns, boolean colour, boolean watched) {

    /** A file, a pipe or another program. */
    static final ClientTerminal NONE = new ClientTerminal(0, 0, false, false);

    /** Rows and columns, as {@code stty size} prints them, if standard output is a terminal. */
    private static final String SIZE = "fastsocket.terminal";

    private static final String WATCHED = "fastsocket.watched";

    static ClientTerminal find() {
        return of(
                System.getProperty(SIZE, ""),
                System.getProperty(WATCHED, "").equals("true"),
                System.getenv());
    }

    /** By what the script says and by what the variables do. */
    static ClientTerminal of(String size, boolean watched, Map<String, String> variables) {
        // NO_COLOR is a convention among programs: https://no-color.org
        boolean colour =
                variables.getOrDefault("NO_COLOR", "").isEmpty()
                        && !variables.getOrDefault("TERM", "").equals("dumb");
        if (!size.matches("[1-9][0-9]{0,3} [1-9][0-9]{0,3}")) {
            // A terminal that tells no size has the usual one.
            return size.isEmpty()
                    ? new ClientTerminal(0, 0, false, watched)
                    : new ClientTerminal(24, 80, colour, watched);
        }
        String[] numbers = size.split(" ");
        return new ClientTerminal(
                Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), colour, watched);
    }

    /** As a request says it. */
    List<String> environment() {
        List<String> entries = new ArrayList<>();
        if (columns > 0) {
            entries.add("ROWS=" + rows);
            entries.add("COLUMNS=" + columns);
        }
        if (colour) {
            entries.add("COLOUR=1");
        }
        if (watched) {
            entries.add("WATCHED=1");
        }
        return entries;
    }
}
