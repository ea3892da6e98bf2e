package io.fastsocket.asyncapi.schema;

import com.networknt.schema.regex.RegularExpression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that end. Those of a document may try all ways to match a text, of which
 * there can be more than there is time for: each look at a letter is counted.
 */
public final class BoundedExpressions {

    /** Looks at a letter, for all matches together: some tenths of a second. */
    private static final int LOOKS = 20_000_000;

    /** The same for one text of the traffic: some milliseconds. */
    private static final int LOOKS_AT_A_TEXT = 200_000;

    private int left;

    /** For the schemas of one document; used by one thread. */
    public BoundedExpressions() {
        this(LOOKS);
    }

    private BoundedExpressions(int left) {
        this.left = left;
    }

    /** An expression takes too long. An error, since validators write exceptions into the log. */
    public static final class ExhaustedError extends Error {

        private static final long serialVersionUID = 1L;

        ExhaustedError(String expression) {
            super(expression);
        }
    }

    /**
     * Whether a text matches somewhere.
     *
     * @param expression the expression, of ECMA-262
     * @param text the text
     * @return whether it does
     * @throws IllegalArgumentException if it is no regular expression
     * @throws ExhaustedError if it takes too long
     */
    public boolean matches(String expression, String text) {
        return of(expression).matches(text);
    }

    RegularExpression of(String expression) {
        Pattern pattern = compile(expression);
        return text -> find(pattern, text, expression);
    }

    /** One that may look so often at each text; can be used by several threads. */
    static RegularExpression ofTraffic(String expression) {
        Pattern pattern = compile(expression);
        return isLinear(expression)
                ? text -> pattern.matcher(text).find()
                : text -> new BoundedExpressions(LOOKS_AT_A_TEXT).find(pattern, text, expression);
    }

    /**
     * Whether it takes each letter a few times at most, so that nothing need be counted: it begins
     * at the text's begin, has no groups and no alternatives, and repeats one thing at most so
     * often as it can.
     */
    static boolean isLinear(String expression) {
        int repeated = 0;
        for (int i = 0; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '(', '|' -> {
                    return false;
                }
                case '*', '+', '?' -> repeated++;
                case '{' -> repeated += expression.indexOf(',', i) < 0 ? 0 : 1;
                default -> {}
            }
        }
        return expression.startsWith("^") && repeated < 2;
    }

    private static Pattern compile(String expression) {
        try {
            return Pattern.compile(EcmaSyntax.toJava(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a regular expression: " + e.getDescription(), e);
        }
    }

    private boolean find(Pattern pattern, String text, String expression) {
        try {
            return pattern.matcher(new Counted(text, expression)).find();
        } catch (StackOverflowError e) {
            throw new ExhaustedError(expression);
        }
    }

    /** A text that counts how often it is looked at. */
    private final class Counted implements CharSequence {

        private final String text;
        private final String expression;

        Counted(String text, String expression) {
            this.text = text;
            this.expression = expression;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new ExhaustedError(expression);
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
