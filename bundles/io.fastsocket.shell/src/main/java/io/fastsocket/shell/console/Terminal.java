package io.fastsocket.shell.console;

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
