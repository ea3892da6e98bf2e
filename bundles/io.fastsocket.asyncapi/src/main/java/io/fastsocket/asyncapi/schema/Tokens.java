package io.fastsocket.asyncapi.schema;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * JSON values cut into tokens: where each begins and ends, and nothing made of them. A token is
 * named by a number. Members of an object are two each, name and value. Usable by any thread.
 */
public final class Tokens {

    static final int OBJECT = 0;
    static final int ARRAY = 1;

    /** Without escapes. */
    static final int TEXT = 2;

    static final int ESCAPED = 3;

    /** A placeholder's binary, which is a text of as many characters as it has bytes. */
    static final int BINARY = 4;

    /** A number without fraction and exponent. */
    static final int INTEGER = 5;

    static final int NUMBER = 6;
    static final int TRUE = 7;
    static final int FALSE = 8;
    static final int NULL = 9;

    /** The array of all values. */
    public static final int ROOT = 0;

    /** What there is of each token: its kind, two numbers, and which one comes behind it. */
    static final int STRIDE = 4;

    static final int FROM = 1;

    /** Where it ends, of an array or object how many tokens are in it. */
    static final int TO = 2;

    static final int NEXT = 3;

    /** So many digits are always within a long. */
    private static final int SHORT = 18;

    /** Longer numbers are left to others. */
    private static final int LONG = 40;

    private final byte[] bytes;
    private final int[] tape;

    Tokens(byte[] bytes, int[] tape) {
        this.bytes = bytes;
        this.tape = tape;
    }

    /**
     * Cuts values.
     *
     * @param bytes hold them, well-formed, in UTF-8, separated by commas
     * @param offset where they begin
     * @param length how many bytes they take
     * @param binaries those that placeholders refer to
     * @return null if that does not do: it cannot be told at a glance what is a placeholder, or a
     *     number has very many digits
     */
    public static Tokens of(byte[] bytes, int offset, int length, List<byte[]> binaries) {
        return new Tokenizer(bytes, offset + length, binaries).tokens(offset);
    }

    int kind(int token) {
        return tape[token];
    }

    boolean isText(int token) {
        return tape[token] >= TEXT && tape[token] <= BINARY;
    }

    boolean isNumber(int token) {
        return tape[token] == INTEGER || tape[token] == NUMBER;
    }

    /** How many tokens are in an array or object, those in them left aside. */
    public int size(int token) {
        return tape[token + TO];
    }

    /** The first token within an array or object that is not empty. */
    public int first(int token) {
        return token + STRIDE;
    }

    /** The token behind one and all that is in it; the container's own next one behind the last. */
    int next(int token) {
        return tape[token + NEXT];
    }

    /** The place of a text without escapes among others; negative if it is not. */
    int find(TextIndex index, int token) {
        return index.find(bytes, tape[token + FROM], tape[token + TO]);
    }

    /** Whether a text matches; unknown if it takes more to know. */
    Truth matches(RowPattern pattern, int token) {
        return tape[token] == TEXT
                ? pattern.matches(bytes, tape[token + FROM], tape[token + TO])
                : Truth.UNKNOWN;
    }

    /** How many bytes a text takes between its quotes; a binary's own. */
    int bytes(int token) {
        return tape[token + TO] - tape[token + FROM];
    }

    /** A text's characters, as Unicode counts them. */
    int codePoints(int token) {
        int from = tape[token + FROM];
        int to = tape[token + TO];
        if (tape[token] == ESCAPED) {
            String text = text(token);
            return text.codePointCount(0, text.length());
        }
        int count = to - from;
        for (int i = from; tape[token] == TEXT && i < to; i++) {
            count -= bytes[i] < -64 ? 1 : 0; // one that goes on a character
        }
        return count;
    }

    /** A text that is no binary. */
    String text(int token) {
        int from = tape[token + FROM];
        int to = tape[token + TO];
        return tape[token] == TEXT
                ? new String(bytes, from, to - from, StandardCharsets.UTF_8)
                : Escapes.replaced(bytes, from, to);
    }

    /** Whether an integer is surely within a long. */
    boolean isShort(int token) {
        return tape[token] == INTEGER && tape[token + TO] - tape[token + FROM] <= SHORT;
    }

    /** A short integer. */
    long number(int token) {
        int from = tape[token + FROM];
        boolean negative = bytes[from] == '-';
        long number = 0;
        for (int i = negative ? from + 1 : from; i < tape[token + TO]; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return negative ? -number : number;
    }

    /** Any number; null if it is too long. */
    BigDecimal decimal(int token) {
        int from = tape[token + FROM];
        int to = tape[token + TO];
        if (to - from > LONG) {
            return null;
        }
        try {
            byte[] digits = Arrays.copyOfRange(bytes, from, to);
            return new BigDecimal(new String(digits, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return null; // Its exponent is.
        }
    }
}
