package io.fastsocket.registry.binding;

/**
 * Recognises one JSON value as RFC 8259 writes it, without building anything. Text that plugins
 * hand over is checked by it before it is sent, so that nothing breaks out of the packet's array.
 */
final class JsonCheck {

    /** Nesting allowed; the same as Jackson's default limit for reading. */
    static final int MAX_DEPTH = 1000;

    private final String text;
    private int at;

    private JsonCheck(String text) {
        this.text = text;
    }

    /**
     * Checks that a text is one JSON value.
     *
     * @param text the text
     * @throws IllegalArgumentException if it is not, with where and why
     */
    static void check(String text) {
        JsonCheck check = new JsonCheck(text);
        check.spaces();
        check.value(0);
        check.spaces();
        if (check.at < text.length()) {
            throw check.error("nothing may follow the value");
        }
    }

    private void value(int depth) {
        if (depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH);
        }
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) {
        at++;
        spaces();
        if (skip('}')) {
            return;
        }
        do {
            spaces();
            string();
            spaces();
            need(':');
            spaces();
            value(depth + 1);
            spaces();
        } while (skip(','));
        need('}');
    }

    private void array(int depth) {
        at++;
        spaces();
        if (skip(']')) {
            return;
        }
        do {
            spaces();
            value(depth + 1);
            spaces();
        } while (skip(','));
        need(']');
    }

    private void string() {
        need('"');
        while (peek() != '"') {
            if (at == text.length()) {
                throw error("the string does not end");
            }
            char c = text.charAt(at++);
            if (c < ' ') {
                throw error("a control character in a string must be escaped");
            }
            if (c == '\\') {
                escape();
            } else if (Character.isSurrogate(c)) {
                surrogate(c);
            }
        }
        at++;
    }

    private void surrogate(char c) {
        if (!Character.isHighSurrogate(c) || !Character.isLowSurrogate(peek())) {
            throw error("half a surrogate pair");
        }
        at++;
    }

    private void escape() {
        char c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++, at++) {
                if ("0123456789abcdefABCDEF".indexOf(peek()) < 0) {
                    throw error("\\u takes four hexadecimal digits");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw error("unknown escape");
        }
    }

    private void number() {
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
    }

    private void digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == from) {
            throw error("a value was expected");
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw error("a value was expected");
        }
        at += word.length();
    }

    private void spaces() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void need(char c) {
        if (!skip(c)) {
            throw error("'" + c + "' was expected");
        }
    }

    private IllegalArgumentException error(String why) {
        return new IllegalArgumentException("not a JSON value, at character " + at + ": " + why);
    }
}
