package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.regex.RegularExpression;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/** What single words of draft-07 want of values (JSON Schema Validation, section 6.1 to 6.3). */
final class QuickWords {

    private QuickWords() {}

    /** {@link Seen#NEVER} for words that are not known. */
    static Seen of(String word, JsonNode said) {
        return switch (word) {
            case "type" -> type(said);
            case "enum" -> among(said);
            case "const" -> new Seen(said::equals, isPlain(said));
            case "minimum" -> bound(said, c -> c >= 0);
            case "maximum" -> bound(said, c -> c <= 0);
            case "exclusiveMinimum" -> bound(said, c -> c > 0);
            case "exclusiveMaximum" -> bound(said, c -> c < 0);
            case "multipleOf" -> multiple(said);
            case "minLength" -> length(said, count -> count >= said.asLong());
            case "maxLength" -> length(said, count -> count <= said.asLong());
            case "pattern" -> pattern(said.asText());
            default -> Seen.NEVER;
        };
    }

    /** Numbers may be the same and be written in other ways. */
    private static boolean isPlain(JsonNode said) {
        return said.isTextual() || said.isBoolean() || said.isNull();
    }

    private static Seen among(JsonNode said) {
        Set<JsonNode> values = new HashSet<>();
        boolean plain = true;
        for (JsonNode value : said) {
            values.add(value);
            plain &= isPlain(value);
        }
        return new Seen(values::contains, plain);
    }

    private static Seen type(JsonNode said) {
        if (said.isTextual()) {
            return type(said.textValue());
        }
        Seen any = Seen.WRONG;
        for (JsonNode one : said) {
            any = any.or(type(one.asText()));
        }
        return any;
    }

    private static Seen type(String name) {
        return switch (name) {
            case "string" -> Seen.exactly(JsonNode::isTextual);
            case "boolean" -> Seen.exactly(JsonNode::isBoolean);
            case "null" -> Seen.exactly(JsonNode::isNull);
            case "object" -> Seen.exactly(JsonNode::isObject);
            case "array" -> Seen.exactly(JsonNode::isArray);
            case "number" -> Seen.exactly(JsonNode::isNumber);
            // Whether 1.0 is one is the validator's to say.
            case "integer" -> Seen.roughly(JsonNode::isIntegralNumber);
            default -> Seen.NEVER;
        };
    }

    private interface Compared {
        boolean holds(int compared);
    }

    private static Seen bound(JsonNode said, Compared compared) {
        if (!said.isNumber()) {
            return Seen.NEVER;
        }
        BigDecimal bound = said.decimalValue();
        boolean small = said.isIntegralNumber() && said.canConvertToLong();
        long whole = said.asLong();
        return Seen.roughly(
                value -> {
                    if (!value.isNumber()) {
                        return true;
                    }
                    boolean both = small && value.isIntegralNumber() && value.canConvertToLong();
                    return compared.holds(
                            both
                                    ? Long.compare(value.longValue(), whole)
                                    : value.decimalValue().compareTo(bound));
                });
    }

    private static Seen multiple(JsonNode said) {
        if (!isCount(said) || said.asLong() == 0) {
            return Seen.NEVER;
        }
        long of = said.asLong();
        return Seen.roughly(
                value ->
                        !value.isNumber()
                                || (value.isIntegralNumber()
                                        && value.canConvertToLong()
                                        && value.longValue() % of == 0));
    }

    /** Whether it is a whole number from 0 that a long can hold. */
    static boolean isCount(JsonNode said) {
        return said.isIntegralNumber() && said.canConvertToLong() && said.asLong() >= 0;
    }

    private static Seen length(JsonNode said, LongPredicate holds) {
        if (!isCount(said)) {
            return Seen.NEVER;
        }
        return Seen.roughly(
                value -> {
                    String text = value.textValue();
                    return text == null || holds.test(text.codePointCount(0, text.length()));
                });
    }

    private static Seen pattern(String expression) {
        RegularExpression compiled;
        try {
            compiled = BoundedExpressions.ofTraffic(expression);
        } catch (IllegalArgumentException e) {
            return Seen.NEVER;
        }
        return Seen.roughly(value -> !value.isTextual() || compiled.matches(value.textValue()));
    }
}
