package io.fastsocket.shell.console;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param title for people, in capitals
 * @param key for programs
 * @param number whether it holds numbers, which stand on the right and are never cut
 */
public record Column(String title, String key, boolean number) {

    /**
     * A column of words.
     *
     * @param title for people; in small letters it is the key for programs
     * @return the column
     */
    public static Column words(String title) {
        return words(title, title.toLowerCase(Locale.ROOT));
    }

    /**
     * A column of words.
     *
     * @param title for people
     * @param key for programs
     * @return the column
     */
    public static Column words(String title, String key) {
        return new Column(title, key, false);
    }

    /**
     * A column of numbers.
     *
     * @param title for people; in small letters it is the key for programs
     * @return the column
     */
    public static Column numbers(String title) {
        return numbers(title, title.toLowerCase(Locale.ROOT));
    }

    /**
     * A column of numbers.
     *
     * @param title for people
     * @param key for programs
     * @return the column
     */
    public static Column numbers(String title, String key) {
        return new Column(title, key, true);
    }
}
