package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A limit of numbers on one side. As draft-07 has it, where {@code exclusiveMinimum} is a number of
 * its own, and as OpenAPI 3.0 has it, where it is a boolean.
 *
 * @param value the limit
 * @param exclusive whether the limit itself is beyond it
 * @param sign 1 for a lower limit, -1 for an upper one
 */
record Range(BigDecimal value, boolean exclusive, int sign) {

    /** The lower limit that a schema sets, or null. */
    static Range lower(JsonNode schema) {
        return of(schema, "minimum", "exclusiveMinimum", 1);
    }

    /** The upper limit that a schema sets, or null. */
    static Range upper(JsonNode schema) {
        return of(schema, "maximum", "exclusiveMaximum", -1);
    }

    private static Range of(JsonNode schema, String keyword, String exclusive, int sign) {
        BigDecimal value = Literals.number(schema, keyword);
        BigDecimal beyond = Literals.number(schema, exclusive);
        Range inclusiveOne =
                value == null ? null : new Range(value, schema.path(exclusive).asBoolean(), sign);
        Range exclusiveOne = beyond == null ? null : new Range(beyond, true, sign);
        return tighter(inclusiveOne, exclusiveOne);
    }

    /** The one that allows less; null is none. */
    static Range tighter(Range one, Range other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.within(other) ? one : other;
    }

    /** Whether all that this allows, the other does. */
    boolean within(Range other) {
        int compared = Integer.signum(value.compareTo(other.value)) * sign;
        return compared > 0 || (compared == 0 && (exclusive || !other.exclusive));
    }

    /** The same for whole numbers alone. */
    Range whole() {
        BigDecimal nearest =
                value.setScale(0, sign > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        boolean itself = exclusive && nearest.compareTo(value) == 0;
        return new Range(itself ? nearest.add(BigDecimal.valueOf(sign)) : nearest, false, sign);
    }

    /** For people. */
    @Override
    public String toString() {
        String text = value.stripTrailingZeros().toPlainString();
        return exclusive ? (sign > 0 ? "above " : "below ") + text : text;
    }
}
