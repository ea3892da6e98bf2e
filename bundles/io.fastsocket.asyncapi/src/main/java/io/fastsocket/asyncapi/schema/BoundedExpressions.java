package io.fastsocket.asyncapi.schema;

import com.networknt.schema.regex.RegularExpression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that end. Those of a document may try all ways to match a text, of which
 * there can be more than there is time for: each look at a letter is counted.
 */
public final class BoundedExpressions {

    /** Looks at a letter, for one match: some tenths of a second. */
    private static final int LOOKS = 20_000_000;

    private BoundedExpressions() {}

    /** An expression takes too long. */
    public static final class ExhaustedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExhaustedException(String expression) {
            super(expression);
        }
    }

    static RegularExpression of(String expression) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(EcmaSyntax.toJava(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a regular expression: " + e.getDescription(), e);
        }
        return text -> {
            try {
                return pattern.matcher(new Counted(text, expression)).find();
            } catch (StackOverflowError e) {
                throw new ExhaustedException(expression);
            }
        };
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private final String expression;
        private int left = LOOKS;

        Counted(String text, String expression) {
            this.text = text;
            this.expression = expression;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new ExhaustedException(expression);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
