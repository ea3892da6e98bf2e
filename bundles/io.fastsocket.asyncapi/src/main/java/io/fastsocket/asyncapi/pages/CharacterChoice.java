package io.fastsocket.asyncapi.pages;

/** Reads which letters one place of a regular expression allows. */
final class CharacterChoice {

    /** So many letters of a range are enough to choose from. */
    private static final int ENOUGH = 26;

    private static final String DIGITS = "1234567890";

    private CharacterChoice() {}

    /** One of those in brackets, of which the opening one has been read. */
    static String read(PatternSample sample) {
        boolean not = sample.peek(0) == '^';
        if (not) {
            sample.next();
        }
        StringBuilder letters = new StringBuilder();
        boolean first = true;
        for (char c = sample.next(); c != 0 && (c != ']' || first); c = sample.next()) {
            first = false;
            String some = c == '\\' ? escaped(sample, sample.next()) : String.valueOf(c);
            boolean range = some.length() == 1 && sample.peek(0) == '-' && sample.peek(1) != ']';
            if (!range) {
                letters.append(some);
                continue;
            }
            sample.next();
            char end = sample.next();
            String last = end == '\\' ? escaped(sample, sample.next()) : String.valueOf(end);
            char from = some.charAt(0);
            char to = last.isEmpty() ? from : last.charAt(0);
            for (int i = from; i <= to && i < from + ENOUGH; i++) {
                letters.append((char) i);
            }
        }
        return sample.pick(not ? without(letters.toString()) : letters.toString());
    }

    private static String without(String letters) {
        StringBuilder left = new StringBuilder();
        for (char c : PatternSample.printable().toCharArray()) {
            if (letters.indexOf(c) < 0) {
                left.append(c);
            }
        }
        return left.toString();
    }

    /** The letters that a letter behind a backslash means. */
    static String escaped(PatternSample sample, char c) {
        return switch (c) {
            case 'd' -> DIGITS;
            case 'w' -> "abcdefghijklmnopqrstuvwxyz";
            case 's' -> " ";
            case 'D' -> "abc";
            case 'W' -> "-";
            case 'S' -> "abc";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'f' -> "\f";
            case 'v' -> "\u000B";
            case 'p', 'P' -> property(sample);
            case 'u' -> number(sample, 4);
            case 'x' -> number(sample, 2);
            case 0 -> "";
            default -> String.valueOf(c);
        };
    }

    private static String property(PatternSample sample) {
        StringBuilder name = new StringBuilder();
        if (sample.peek(0) == '{') {
            for (char c = sample.next(); c != 0 && c != '}'; c = sample.next()) {
                name.append(c);
            }
        }
        return name.indexOf("N") >= 0 ? DIGITS : name.indexOf("Lu") >= 0 ? "ABC" : "abc";
    }

    private static String number(PatternSample sample, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(sample.peek(0), 16);
            if (digit < 0) {
                return "";
            }
            sample.next();
            value = value * 16 + digit;
        }
        return String.valueOf((char) value);
    }
}
