package io.fastsocket.asyncapi.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Cuts well-formed JSON into {@link Tokens}. Used once. */
final class Tokenizer {

    private static final byte[] MARK = "_placeholder".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "num".getBytes(StandardCharsets.US_ASCII);

    private static final int DIGITS = 100;

    /** Of an exponent: its letter and two digits. */
    private static final int EXPONENT = 3;

    private final byte[] bytes;
    private final int end;
    private final List<byte[]> binaries;
    private int[] tape = new int[16 * Tokens.STRIDE];
    private int used;

    /** The container that is not yet closed; its next token is the one around it until then. */
    private int open;

    /**
     * What is not to be judged at a glance: names that a placeholder may have, without those of
     * placeholders that were met, and numbers of very many digits.
     */
    private int odd;

    Tokenizer(byte[] bytes, int end, List<byte[]> binaries) {
        this.bytes = bytes;
        this.end = end;
        this.binaries = binaries;
    }

    Tokens tokens(int offset) {
        put(Tokens.ARRAY, 0, 0);
        int at = offset;
        while (at < end) {
            switch (bytes[at]) {
                case '"' -> at = text(at + 1) + 1;
                case '{' -> at = open(Tokens.OBJECT, at);
                case '[' -> at = open(Tokens.ARRAY, at);
                case '}', ']' -> at = close(at);
                case 't' -> at = add(Tokens.TRUE, at, at + 4);
                case 'f' -> at = add(Tokens.FALSE, at, at + 5);
                case 'n' -> at = add(Tokens.NULL, at, at + 4);
                case ',', ':', ' ', '\n', '\r', '\t' -> at++;
                default -> at = number(at);
            }
        }
        tape[Tokens.ROOT + Tokens.NEXT] = used;
        return odd == 0 ? new Tokens(bytes, tape) : null;
    }

    private int put(int kind, int from, int to) {
        int token = used;
        if (token == tape.length) {
            tape = Arrays.copyOf(tape, 2 * tape.length);
        }
        used = token + Tokens.STRIDE;
        tape[token] = kind;
        tape[token + Tokens.FROM] = from;
        tape[token + Tokens.TO] = to;
        tape[token + Tokens.NEXT] = used;
        return token;
    }

    private int add(int kind, int from, int to) {
        put(kind, from, to);
        tape[open + Tokens.TO]++;
        return to;
    }

    private int open(int kind, int at) {
        int token = put(kind, at, 0);
        tape[open + Tokens.TO]++;
        tape[token + Tokens.NEXT] = open;
        open = token;
        return at + 1;
    }

    private int close(int at) {
        int closed = open;
        open = tape[closed + Tokens.NEXT];
        if (!binaries.isEmpty()) {
            placeholder(closed);
        }
        tape[closed + Tokens.NEXT] = used;
        return at + 1;
    }

    private int text(int from) {
        int at = from;
        boolean escaped = false;
        while (bytes[at] != '"') {
            if (bytes[at] == '\\') {
                escaped = true;
                at++;
            }
            at++;
        }
        if (!binaries.isEmpty() && isName() && (escaped || is(MARK, from, at))) {
            odd++;
        }
        return add(escaped ? Tokens.ESCAPED : Tokens.TEXT, from, at);
    }

    private boolean isName() {
        return tape[open] == Tokens.OBJECT && tape[open + Tokens.TO] % 2 == 0;
    }

    private boolean is(byte[] text, int from, int to) {
        return Arrays.equals(text, 0, text.length, bytes, from, to);
    }

    private int number(int from) {
        int at = from;
        int exponent = 0;
        boolean integer = true;
        while (at < end && bytes[at] != ',' && bytes[at] > ' ' && (bytes[at] | 0x20) != '}') {
            integer &= bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9');
            exponent = (bytes[at] | 0x20) == 'e' ? at : exponent;
            at++;
        }
        if (at - from > DIGITS || (exponent > 0 && at - exponent > EXPONENT)) {
            odd++;
        }
        return add(integer ? Tokens.INTEGER : Tokens.NUMBER, from, at);
    }

    /** Puts a binary in the place of an object that is plainly one's placeholder. */
    private void placeholder(int object) {
        if (tape[object] != Tokens.OBJECT || used - object != 5 * Tokens.STRIDE) {
            return;
        }
        int first = object + Tokens.STRIDE;
        int second = first + 2 * Tokens.STRIDE;
        int mark = isText(MARK, first) ? first : second;
        int number = mark == first ? second : first;
        if (isText(MARK, mark)
                && tape[mark + Tokens.STRIDE] == Tokens.TRUE
                && isText(NUMBER, number)) {
            int index = index(number + Tokens.STRIDE);
            if (index >= 0 && index < binaries.size()) {
                tape[object] = Tokens.BINARY;
                tape[object + Tokens.FROM] = 0;
                tape[object + Tokens.TO] = binaries.get(index).length;
                used = first;
                odd--;
            }
        }
    }

    private boolean isText(byte[] text, int token) {
        return tape[token] == Tokens.TEXT
                && is(text, tape[token + Tokens.FROM], tape[token + Tokens.TO]);
    }

    /** A number of few digits; negative for anything else. */
    private int index(int token) {
        int index = -1;
        int from = tape[token + Tokens.FROM];
        int to = tape[token + Tokens.TO];
        for (int i = from; tape[token] == Tokens.INTEGER && to - from < 9 && i < to; i++) {
            index = 10 * Math.max(index, 0) + bytes[i] - '0';
        }
        return index;
    }
}
