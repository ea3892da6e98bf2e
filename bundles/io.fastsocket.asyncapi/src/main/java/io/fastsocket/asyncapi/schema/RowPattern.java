package io.fastsocket.asyncapi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that says of each character of a text which it may be, and how often one of
 * them may come, such as {@code ^[A-Z]{2}-\d+$}: it takes one look at each letter, and no text has
 * to be made. Most expressions in contracts are such. Immutable.
 */
final class RowPattern {

    /** A class in brackets, an escape or a letter; how often. */
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(\\[(?:[^\\\\\\[\\]&]|\\\\[dws\\p{Punct}])+]|\\\\[dws\\p{Punct}]|[\\w /:;,@#%&=~<>\"'!-])"
                            + "([+*?]|\\{\\d{1,4}(?:,\\d{0,4})?})?");

    private static final int ASCII = 128;

    /** By each place of the row which characters may be there; what repeats has one place. */
    private final boolean[][] row;

    /** Which place repeats. */
    private final int repeated;

    private final int least;
    private final int most;

    private RowPattern(List<boolean[]> row, int repeated, int least, int most) {
        this.row = row.toArray(boolean[][]::new);
        this.repeated = repeated;
        this.least = least;
        this.most = most;
    }

    /** Null for an expression, of ECMA-262, that is none. */
    static RowPattern of(String expression) {
        if (expression.length() < 3 || !expression.startsWith("^") || !expression.endsWith("$")) {
            return null;
        }
        List<boolean[]> row = new ArrayList<>();
        int repeated = -1;
        int least = 1;
        int most = 1;
        Matcher matcher = ELEMENT.matcher(expression).region(1, expression.length() - 1);
        while (matcher.lookingAt()) {
            int[] times = times(matcher.group(2));
            boolean fixed = times[0] == times[1];
            if ((!fixed && repeated >= 0) || row.size() + times[0] > ASCII) {
                return null;
            }
            if (!fixed) {
                repeated = row.size();
                least = times[0];
                most = times[1];
            }
            boolean[] allowed = allowed(matcher.group(1));
            for (int i = fixed ? times[0] : 1; i > 0; i--) {
                row.add(allowed);
            }
            matcher.region(matcher.end(), expression.length() - 1);
        }
        return matcher.regionStart() < expression.length() - 1
                ? null
                : new RowPattern(row, repeated, least, most);
    }

    private static int[] times(String quantifier) {
        return switch (quantifier) {
            case null -> new int[] {1, 1};
            case "+" -> new int[] {1, Integer.MAX_VALUE};
            case "*" -> new int[] {0, Integer.MAX_VALUE};
            case "?" -> new int[] {0, 1};
            default -> {
                String[] bounds = quantifier.substring(1, quantifier.length() - 1).split(",", 2);
                int least = Integer.parseInt(bounds[0]);
                yield new int[] {
                    least,
                    bounds.length == 1
                            ? least
                            : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1])
                };
            }
        };
    }

    /** Java says which characters they are. */
    private static boolean[] allowed(String element) {
        Pattern pattern = Pattern.compile(EcmaSyntax.toJava(element));
        boolean[] allowed = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            allowed[c] = pattern.matcher(String.valueOf(c)).matches();
        }
        return allowed;
    }

    /** Whether a text in UTF-8 matches; unknown if one of its characters is not ASCII. */
    Truth matches(byte[] bytes, int from, int to) {
        int length = to - from;
        int times = repeated < 0 ? 0 : length - row.length + 1;
        boolean fits = repeated < 0 ? length == row.length : times >= least && times <= most;
        for (int i = 0; i < length; i++) {
            byte letter = bytes[from + i];
            if (letter < 0) {
                return Truth.UNKNOWN;
            }
            if (fits) {
                boolean before = repeated < 0 || i < repeated;
                int place = before ? i : Math.max(repeated, i - times + 1);
                fits = row[place][letter];
            }
        }
        return Truth.of(fits);
    }
}
