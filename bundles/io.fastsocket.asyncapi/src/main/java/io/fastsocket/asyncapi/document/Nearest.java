package io.fastsocket.asyncapi.document;

import java.util.Collection;

/** What somebody may have meant. */
public final class Nearest {

    private static final int LONGEST = 40;

    private Nearest() {}

    /**
     * The name that is nearest to a text: at most two letters, or a third of it, are different.
     *
     * @return null if none is near
     */
    public static String to(String text, Collection<String> names) {
        String best = null;
        int least = text.length() < 3 ? 1 : Math.max(2, text.length() / 3) + 1;
        if (text.length() > LONGEST || names.size() > 1_000) {
            return null;
        }
        for (String name : names) {
            int distance = name.length() > LONGEST ? LONGEST : distance(text, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /** How many letters have to be put in, left out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
