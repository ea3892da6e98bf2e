package io.fastsocket.shell.console;

import java.time.Instant;

/**
 * A value as people see it, and as programs get it.
 *
 * @param text for people
 * @param value for programs: null, text, a number, a boolean, or lists and maps of such
 * @param style how the text is shown
 */
public record Cell(String text, Object value, Style style) {

    /**
     * A value with a text of its own.
     *
     * @param text for people
     * @param value for programs
     * @return the cell
     */
    public static Cell of(String text, Object value) {
        return new Cell(text, value, Style.PLAIN);
    }

    /**
     * Text, the same for people and programs.
     *
     * @param text the text
     * @return the cell
     */
    public static Cell plain(String text) {
        return of(text, text);
    }

    /**
     * A word in a style.
     *
     * @param word for people and programs
     * @param style how it is shown
     * @return the cell
     */
    public static Cell styled(Object word, Style style) {
        return new Cell(word.toString(), word.toString(), style);
    }

    /** A cell for whatever somebody wants to show: numbers and booleans stay what they are. */
    static Cell of(Object any) {
        return switch (any) {
            case null -> of("", null);
            case Cell cell -> cell;
            case Number number -> of(number.toString(), number);
            case Boolean flag -> of(flag ? "yes" : "no", flag);
            case Instant time -> of(Ago.since(time), time.toString());
            default -> of(any.toString(), any.toString());
        };
    }

    /** One line, with nothing in it that a terminal would act upon. */
    String line() {
        return harmless(text.replaceAll("\\s+", " ").strip());
    }

    /**
     * Text that came from elsewhere, made fit for a terminal.
     *
     * @param text any text
     * @return the text, its control characters but line breaks shown as a dot
     */
    public static String harmless(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? '\u00b7' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
