package io.fastsocket.shell.log;

/**
 * Finds the longest text that every match of a regular expression has in it. It looks at what
 * stands outside of groups and classes; where it does not understand an expression, it finds
 * nothing.
 */
final class RegexText {

    /** Letters that stand for one character, or for none, behind a backslash. */
    private static final String SIMPLE_ESCAPES = "dDsSwWhHvVRbBAzZGntrf";

    private static final String PLAIN = " _-:,;/@#%&<>=!'\"~";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RegexText(String regex) {
        this.regex = regex;
    }

    /** That text; empty if none is certain. */
    static String longest(String regex) {
        RegexText text = new RegexText(regex);
        return text.read() ? text.longest : "";
    }

    /** Whether all was understood. */
    private boolean read() {
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                run.append(c);
                at++;
                continue;
            }
            if ("?*{".indexOf(c) >= 0 && !run.isEmpty()) {
                run.setLength(run.length() - 1); // the last character may be absent
            }
            endRun();
            if (c == '|' || !skip()) {
                return false;
            }
        }
        endRun();
        return true;
    }

    private void endRun() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }

    /** Goes behind what begins here; false if that is not clear. */
    private boolean skip() {
        return switch (regex.charAt(at)) {
            case '\\' -> skipEscape();
            case '[' -> skipClass();
            case '(' -> skipGroup();
            case '{' -> skipTo('}');
            case ')' -> false;
            default -> skipOne();
        };
    }

    private boolean skipOne() {
        at++;
        return true;
    }

    private boolean skipTo(char end) {
        int found = regex.indexOf(end, at);
        at = found + 1;
        return found >= 0;
    }

    private boolean skipEscape() {
        at += 2;
        return at <= regex.length()
                && (SIMPLE_ESCAPES.indexOf(regex.charAt(at - 1)) >= 0
                        || !Character.isLetterOrDigit(regex.charAt(at - 1)));
    }

    /** One class of characters, without others in it. */
    private boolean skipClass() {
        int start = ++at;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '[' || (c == ']' && (at == start || regex.charAt(at - 1) == '^'))) {
                return false;
            }
            if (c == ']') {
                return skipOne();
            }
            if (!(c == '\\' ? skipEscape() : skipOne())) {
                return false;
            }
        }
        return false;
    }

    /** A group, which may turn on flags for what follows it: then nothing is certain. */
    private boolean skipGroup() {
        if (regex.startsWith("(?", at) && !regex.substring(at + 2).matches("(?s)[:=!<>].*")) {
            return false;
        }
        at++;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == ')') {
                return skipOne();
            }
            if (!("|{".indexOf(c) >= 0 ? skipOne() : skip())) {
                return false;
            }
        }
        return false;
    }
}
