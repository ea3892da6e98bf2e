package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.regex.RegularExpression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;

/** What single words of draft-07 want of values (JSON Schema Validation, section 6.1 to 6.3). */
final class QuickWords {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private QuickWords() {}

    /** {@link Seen#NEVER} for words that are not known. */
    static Seen of(String word, JsonNode said) {
        return switch (word) {
            case "type" -> type(said);
            case "enum" -> new QuickChoice(said);
            case "const" -> new QuickChoice(List.of(said));
            case "minimum" -> bound(said, c -> c >= 0);
            case "maximum" -> bound(said, c -> c <= 0);
            case "exclusiveMinimum" -> bound(said, c -> c > 0);
            case "exclusiveMaximum" -> bound(said, c -> c < 0);
            case "multipleOf" -> multiple(said);
            case "minLength" -> minLength(said);
            case "maxLength" -> maxLength(said);
            case "pattern" -> pattern(said.asText());
            default -> Seen.NEVER;
        };
    }

    private static Seen type(JsonNode said) {
        int right = 0;
        int unsure = 0;
        for (JsonNode one : said.isArray() ? said : List.of(said)) {
            int kinds = kinds(one.asText());
            if (kinds == 0) {
                return Seen.NEVER;
            }
            right |= kinds;
            // Whether 1.0 is one is the validator's to say.
            unsure |= one.asText().equals("integer") ? 1 << Tokens.NUMBER : 0;
        }
        int yes = right;
        int perhaps = unsure & ~right;
        return (tokens, value) -> {
            int kind = 1 << tokens.kind(value);
            return (perhaps & kind) != 0 ? Truth.UNKNOWN : Truth.of((yes & kind) != 0);
        };
    }

    /** A bit for each kind of tokens; 0 if it is no type. */
    private static int kinds(String type) {
        return switch (type) {
            case "string" -> 1 << Tokens.TEXT | 1 << Tokens.ESCAPED | 1 << Tokens.BINARY;
            case "boolean" -> 1 << Tokens.TRUE | 1 << Tokens.FALSE;
            case "null" -> 1 << Tokens.NULL;
            case "object" -> 1 << Tokens.OBJECT;
            case "array" -> 1 << Tokens.ARRAY;
            case "number" -> 1 << Tokens.INTEGER | 1 << Tokens.NUMBER;
            case "integer" -> 1 << Tokens.INTEGER;
            default -> 0;
        };
    }

    private static Seen bound(JsonNode said, IntPredicate holds) {
        if (!said.isNumber()) {
            return Seen.NEVER;
        }
        BigDecimal bound = said.decimalValue();
        boolean isLong = said.isIntegralNumber() && said.canConvertToLong();
        long whole = said.asLong();
        return (tokens, value) -> {
            if (!tokens.isNumber(value)) {
                return Truth.YES;
            }
            if (isLong && tokens.isShort(value)) {
                return Truth.of(holds.test(Long.compare(tokens.number(value), whole)));
            }
            BigDecimal number = tokens.decimal(value);
            return number == null ? Truth.UNKNOWN : Truth.of(holds.test(number.compareTo(bound)));
        };
    }

    private static Seen multiple(JsonNode said) {
        if (!isCount(said) || said.asLong() == 0) {
            return Seen.NEVER;
        }
        long of = said.asLong();
        return (tokens, value) -> {
            if (!tokens.isNumber(value)) {
                return Truth.YES;
            }
            // Beyond that a validator computes with roundings.
            boolean exact =
                    tokens.isShort(value) && Math.abs(tokens.number(value)) <= EXACT_IN_DOUBLE;
            return exact ? Truth.of(tokens.number(value) % of == 0) : Truth.UNKNOWN;
        };
    }

    /** Whether it is a whole number from 0 of which a validator makes an int. */
    static boolean isCount(JsonNode said) {
        return said.isIntegralNumber() && said.canConvertToInt() && said.asInt() >= 0;
    }

    private static Seen minLength(JsonNode said) {
        if (!isCount(said)) {
            return Seen.NEVER;
        }
        int least = said.asInt();
        return (tokens, value) ->
                Truth.of(!tokens.isText(value) || tokens.codePoints(value) >= least);
    }

    /** A text has no more characters than bytes. */
    private static Seen maxLength(JsonNode said) {
        if (!isCount(said)) {
            return Seen.NEVER;
        }
        int most = said.asInt();
        return (tokens, value) ->
                Truth.of(
                        !tokens.isText(value)
                                || tokens.bytes(value) <= most
                                || tokens.codePoints(value) <= most);
    }

    private static Seen pattern(String expression) {
        RegularExpression compiled;
        try {
            compiled = BoundedExpressions.ofTraffic(expression);
        } catch (IllegalArgumentException e) {
            return Seen.NEVER;
        }
        RowPattern row = RowPattern.of(expression);
        return (tokens, value) -> {
            if (!tokens.isText(value)) {
                return Truth.YES;
            }
            if (tokens.kind(value) == Tokens.BINARY) {
                return Truth.UNKNOWN;
            }
            Truth truth = row == null ? Truth.UNKNOWN : tokens.matches(row, value);
            if (truth != Truth.UNKNOWN) {
                return truth;
            }
            try {
                return Truth.of(compiled.matches(tokens.text(value)));
            } catch (BoundedExpressions.ExhaustedError e) {
                return Truth.UNKNOWN;
            }
        };
    }
}
