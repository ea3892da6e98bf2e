package io.fastsocket.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Suggestion {

    private Suggestion() {}

    /**
     * The nearest of the known words.
     *
     * @param word what was written
     * @param known what may be written
     * @return {@code "; did you mean X?"}, or nothing if no known word is near
     */
    static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(found -> "; did you mean " + found + "?").orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        int longest = known.stream().mapToInt(String::length).max().orElse(0);
        return nearest(word, known, Math.max(2, Math.min(longest, word.length()) / 3));
    }

    /**
     * The nearest of the known words.
     *
     * @param word what was written
     * @param known what may be written
     * @param atMost how many letters may differ
     * @return the word, or nothing if none is that near
     */
    static Optional<String> nearest(String word, Collection<String> known, int atMost) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= atMost)
                .filter(candidate -> distance(word, candidate) < candidate.length())
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** How many letters to add, drop, change or swap with their neighbour; case does not count. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(java.util.Locale.ROOT);
        String b = right.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                best = Math.min(best, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
