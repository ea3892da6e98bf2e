package io.fastsocket.asyncapi.pages;

/**
 * Makes a text that matches a regular expression of ECMA-262, as far as it is a plain one: what
 * looks around or back is taken as if it were not there. Whether the text does match, the caller
 * finds out.
 */
final class PatternSample {

    /** A text is no longer than this, whatever the expression repeats. */
    private static final int LONGEST = 200;

    /**
     * An expression longer than this, or of more steps, is not tried: it may be there to tire us.
     */
    private static final int LONGEST_PATTERN = 2_000;

    private static final int STEPS = 20_000;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRINTABLE = "a0_- .@A";

    private final String pattern;
    private final int more;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int picked;
    private int steps;

    private PatternSample(String pattern, int more) {
        this.pattern = pattern;
        this.more = more;
    }

    /**
     * A text for an expression.
     *
     * @param more how often what may be repeated is repeated beyond what it must be
     */
    static String of(String pattern, int more) {
        if (pattern.length() > LONGEST_PATTERN) {
            return "";
        }
        PatternSample sample = new PatternSample(pattern, more);
        while (sample.at < pattern.length()) {
            sample.alternatives(true);
            sample.at++; // a bracket too many
        }
        return sample.out.toString();
    }

    /** The first of several; the others are read and not written. */
    private void alternatives(boolean write) {
        sequence(write);
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence(false);
        }
    }

    private void sequence(boolean write) {
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            int length = out.length();
            atom(write);
            int[] times = times();
            int after = at;
            if (!write || times[1] == 0 || (times[0] == 0 && more == 0)) {
                out.setLength(length);
                continue;
            }
            int wanted = Math.min(times[1], times[0] + more);
            for (int i = 1; i < wanted && out.length() < LONGEST && steps < STEPS; i++) {
                at = start;
                atom(true);
            }
            at = after;
        }
    }

    /** What stands behind an atom: how often at least, and at most. */
    private int[] times() {
        int[] times = {1, 1};
        if (at >= pattern.length()) {
            return times;
        }
        switch (pattern.charAt(at)) {
            case '*' -> times = new int[] {0, LONGEST};
            case '+' -> times = new int[] {1, LONGEST};
            case '?' -> times = new int[] {0, 1};
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String inside = end < 0 ? "" : pattern.substring(at + 1, end);
                if (!inside.matches("\\d{1,6}(,\\d{0,6})?")) {
                    return times;
                }
                String[] parts = inside.split(",", -1);
                int least = Integer.parseInt(parts[0]);
                int most =
                        parts.length == 1
                                ? least
                                : parts[1].isEmpty() ? LONGEST : Integer.parseInt(parts[1]);
                times = new int[] {least, Math.max(least, most)};
                at = end;
            }
            default -> {
                return times;
            }
        }
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return times;
    }

    private void atom(boolean write) {
        char c = pattern.charAt(at++);
        steps++;
        switch (c) {
            case '^', '$' -> {}
            case '.' -> put(write, pick(LETTERS));
            case '[' -> put(write, CharacterChoice.read(this));
            case '(' -> group(write);
            case '\\' -> escape(write);
            default -> put(write, String.valueOf(c));
        }
    }

    private void group(boolean write) {
        boolean looks = false;
        if (pattern.startsWith("?", at)) {
            looks = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
            looks = looks || pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at);
            if (pattern.startsWith("?<", at) && !looks) {
                at = Math.max(at, pattern.indexOf('>', at) + 1);
            } else {
                at = Math.min(pattern.length(), at + (pattern.startsWith("?<", at) ? 3 : 2));
            }
        }
        int length = out.length();
        alternatives(write && !looks);
        if (looks) {
            out.setLength(length);
        }
        at++;
    }

    private void escape(boolean write) {
        if (at >= pattern.length()) {
            return;
        }
        char c = pattern.charAt(at++);
        if (c == 'b' || c == 'B' || Character.isDigit(c)) {
            return;
        }
        put(write, pick(CharacterChoice.escaped(this, c)));
    }

    private void put(boolean write, String text) {
        if (write && out.length() < LONGEST) {
            out.append(text);
        }
    }

    /** One of several letters, another one each time, so that a text looks like one. */
    String pick(String letters) {
        if (letters.isEmpty()) {
            return "";
        }
        return String.valueOf(letters.charAt(picked++ % letters.length()));
    }

    /** The next letter of the expression, which is read by it; 0 at its end. */
    char next() {
        return at < pattern.length() ? pattern.charAt(at++) : 0;
    }

    /** The letter that comes next; 0 at the end. */
    char peek(int ahead) {
        return at + ahead < pattern.length() ? pattern.charAt(at + ahead) : 0;
    }

    /** Letters to choose from where anything may stand that is not excluded. */
    static String printable() {
        return LETTERS + "ABC" + "123" + PRINTABLE;
    }
}
