package io.fastsocket.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text of fixed length whose numbers change: {@code %s} stands for a sequence number of seven
 * digits, {@code %t} for three times that number. Written and compared without making anything
 * anew. One thread at a time.
 */
public final class Template {

    /** The least sequence number: all have seven digits. */
    public static final int FIRST = 1_000_000;

    /** The greatest: three times it has seven digits too. */
    public static final int LAST = 3_333_333;

    private static final int DIGITS = 7;

    private final byte[] text;
    private final int[] places;
    private final int[] factors;

    private Template(byte[] text, int[] places, int[] factors) {
        this.text = text;
        this.places = places;
        this.factors = factors;
    }

    /**
     * Reads a pattern.
     *
     * @param pattern with {@code %s} at least once, and that before any {@code %t}
     * @return what it describes
     */
    public static Template of(String pattern) {
        StringBuilder text = new StringBuilder();
        int[] places = new int[pattern.length()];
        int[] factors = new int[pattern.length()];
        int count = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("%s", i) || pattern.startsWith("%t", i)) {
                factors[count] = pattern.charAt(++i) == 's' ? 1 : 3;
                places[count++] = text.length();
                text.repeat('0', DIGITS);
            } else {
                text.append(pattern.charAt(i));
            }
        }
        if (count == 0 || factors[0] != 1) {
            throw new IllegalArgumentException("no %s at the beginning of " + pattern);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        return new Template(bytes, Arrays.copyOf(places, count), Arrays.copyOf(factors, count));
    }

    /**
     * The text with its numbers.
     *
     * @param sequence from {@link #FIRST} to {@link #LAST}
     * @return valid until the next call
     */
    public byte[] with(int sequence) {
        for (int i = 0; i < places.length; i++) {
            digits(text, places[i], sequence * factors[i]);
        }
        return text;
    }

    /**
     * Compares all of a text with this one.
     *
     * @param in holds the text
     * @param from where it begins
     * @param length of the text
     * @return the sequence number in it, or -1 if anything at all is different
     */
    public int match(byte[] in, int from, int length) {
        if (length != text.length) {
            return -1;
        }
        int sequence = number(in, from + places[0]);
        if (sequence < FIRST || sequence > LAST) {
            return -1;
        }
        return Arrays.equals(with(sequence), 0, length, in, from, from + length) ? sequence : -1;
    }

    byte[] text() {
        return text;
    }

    int[] places() {
        return places;
    }

    int[] factors() {
        return factors;
    }

    private static void digits(byte[] to, int at, int number) {
        int rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            int tenth = rest / 10;
            to[i] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        }
    }

    /** Anything but seven digits gives a number that is none of ours, or text that differs. */
    private static int number(byte[] from, int at) {
        int number = 0;
        for (int i = at; i < at + DIGITS; i++) {
            number = number * 10 + from[i] - '0';
        }
        return number;
    }
}
