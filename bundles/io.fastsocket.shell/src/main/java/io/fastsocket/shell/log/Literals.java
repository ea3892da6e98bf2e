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

    private static String longer(String a, String b) {
        return b.length() > a.length() ? b : a;
    }
}
