package io.fastsocket.shell.console;

import java.util.Map;

/**
 * A terminal that a person looks at.
 *
 * @param columns how wide it is; 0 for no terminal
 * @param rows how high it is; 0 for no terminal
 * @param colour whether colours are wanted
 */
public record Terminal(int columns, int rows, boolean colour) {

    /** A file, a pipe or another program. */
    public static final Terminal NONE = new Terminal(0, 0, false);

    /**
     * As a client describes it.
     *
     * @param environment {@code COLUMNS}, {@code ROWS} and {@code COLOUR}, as far as they are there
     * @return the terminal, or {@link #NONE}
     */
    public static Terminal of(Map<String, String> environment) {
        int columns = number(environment.get("COLUMNS"));
        return columns == 0
                ? NONE
                : new Terminal(
                        columns,
                        number(environment.get("ROWS")),
                        environment.containsKey("COLOUR"));
    }

    private static int number(String value) {
        return value != null && value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 0;
    }

    /**
     * Whether it is one at all.
     *
     * @return false for a file, a pipe or another program
     */
    public boolean present() {
        return columns > 0;
    }

    /**
     * Text in a colour, if colours are wanted.
     *
     * @param style the colour
     * @param text what to colour
     * @return the text, with or without colour
     */
    public String paint(Style style, String text) {
        return colour ? style.paint(text) : text;
    }
}
