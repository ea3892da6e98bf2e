package io.fastsocket.shell.console;

/** How a word is shown on a terminal. */
public enum Style {
    /** As everything else. */
    PLAIN(""),
    /** A title. */
    BOLD("1"),
    /** All is well. */
    GOOD("32"),
    /** Somebody should have a look. */
    WARNING("33"),
    /** Something is wrong. */
    BAD("31"),
    /** Less important than the rest. */
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
