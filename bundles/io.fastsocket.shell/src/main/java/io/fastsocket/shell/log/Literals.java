package io.fastsocket.shell.log;

/** What is sure to stand in the bytes of every line that matches. */
final class Literals {

    private Literals() {}

    /** The longest part of a text that JSON writes as it is, whoever writes it; may be empty. */
    static String unescaped(String text) {
        String longest = "";
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !plain(text.charAt(i))) {
                longest = longer(longest, text.substring(begin, i));
                begin = i + 1;
            }
        }
        return longest;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f && "\"\\/<>&'=".indexOf(c) < 0;
    }

    /**
     * The longest text that every match of a regular expression has in it; empty if that is not
     * obvious: with alternatives, groups or flags in it, nothing is.
     */
    static String ofRegex(String regex) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if ("|()".indexOf(c) >= 0) {
                return "";
            }
            if (Character.isLetterOrDigit(c) || " _-:,;/@#%&<>=!'\"~".indexOf(c) >= 0) {
                run.append(c);
                continue;
            }
            if ("?*{".indexOf(c) >= 0 && !run.isEmpty()) {
                run.setLength(run.length() - 1); // the last character may be absent
            }
            longest = longer(longest, run.toString());
            run.setLength(0);
            i = skip(regex, i);
        }
        return longer(longest, run.toString());
    }

    /** The last character of what begins there: an escape, a class of characters, a count. */
    private static int skip(String regex, int start) {
        return switch (regex.charAt(start)) {
            case '\\' -> skipEscape(regex, start);
            case '[' -> regex.length(); // a class may hold anything; what follows it is not needed
            case '{' -> end(regex.indexOf('}', start), regex);
            default -> start;
        };
    }

    private static int skipEscape(String regex, int start) {
        boolean simple =
                start + 1 < regex.length() && "dDsSwWbB.nrt".indexOf(regex.charAt(start + 1)) >= 0;
        return simple ? start + 1 : regex.length();
    }

    private static int end(int found, String regex) {
        return found < 0 ? regex.length() : found;
    }

    private static String longer(String a, String b) {
        return b.length() > a.length() ? b : a;
    }
}
