package io.fastsocket.shell.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The nearest of the known words.
     *
     * @param word what was written
     * @param known what may be written
     * @return {@code "; did you mean X?"}, or nothing if no known word is near
     */
    public static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(found -> "; did you mean " + found + "?").orElse("");
    }

    /**
     * The nearest of the known words.
     *
     * @param word what was written
     * @param known what may be written
     * @return the word, or nothing if none is near
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int atMost = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= atMost)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /**
     * How many letters to add, drop, change or swap with their neighbour; case does not count.
     *
     * @param left a word
     * @param right another
     * @return zero for words that are the same
     */
    public static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(row[j - 1], above[j]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] oldest = before;
            before = above;
            above = row;
            row = oldest;
        }
        return above[b.length()];
    }
}
