package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The forms that constraints have in JSON Schema. Those that have none there (dates in the past,
 * what custom code checks) are left out: the schema then allows more than the server does.
 */
final class ConstraintForms {

    /** Something is there that {@code Character.isWhitespace} does not call white space. */
    private static final String NOT_BLANK =
            "[^\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

    private ConstraintForms() {}

    /** Whether null is refused. */
    static boolean refuseNull(List<Annotation> constraints) {
        return constraints.stream()
                .anyMatch(
                        c ->
                                c instanceof NotNull
                                        || c instanceof NotBlank
                                        || c instanceof NotEmpty);
    }

    /** Adds to a schema that does not accept null yet, unless nothing but null is left. */
    static ObjectNode apply(ObjectNode schema, List<Annotation> constraints) {
        if (constraints.stream().anyMatch(Null.class::isInstance)) {
            return Scalars.typed("null");
        }
        String type = schema.path("type").asText();
        for (Annotation constraint : constraints) {
            switch (type) {
                case "integer", "number" -> number(schema, constraint);
                case "string" -> text(schema, constraint);
                case "array" -> size(schema, constraint, "minItems", "maxItems");
                case "object" -> size(schema, constraint, "minProperties", "maxProperties");
                case "boolean" -> truth(schema, constraint);
                default -> {}
            }
        }
        return schema;
    }

    private static void number(ObjectNode schema, Annotation constraint) {
        switch (constraint) {
            case Min min -> Bounds.atLeast(schema, BigDecimal.valueOf(min.value()), false);
            case Max max -> Bounds.atMost(schema, BigDecimal.valueOf(max.value()), false);
            case DecimalMin min ->
                    decimal(min.value())
                            .ifPresent(least -> Bounds.atLeast(schema, least, !min.inclusive()));
            case DecimalMax max ->
                    decimal(max.value())
                            .ifPresent(most -> Bounds.atMost(schema, most, !max.inclusive()));
            case Positive positive -> Bounds.atLeast(schema, BigDecimal.ZERO, true);
            case PositiveOrZero positive -> Bounds.atLeast(schema, BigDecimal.ZERO, false);
            case Negative negative -> Bounds.atMost(schema, BigDecimal.ZERO, true);
            case NegativeOrZero negative -> Bounds.atMost(schema, BigDecimal.ZERO, false);
            case Digits digits -> digits(schema, digits);
            default -> {}
        }
    }

    /** A word that is no number says nothing: that of an argument has kept its plugin out. */
    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void digits(ObjectNode schema, Digits digits) {
        BigDecimal end = BigDecimal.ONE.scaleByPowerOfTen(digits.integer());
        Bounds.atLeast(schema, end.negate(), true);
        Bounds.atMost(schema, end, true);
        if (schema.path("type").asText().equals("number")) {
            schema.put("multipleOf", BigDecimal.ONE.scaleByPowerOfTen(-digits.fraction()));
        }
    }

    private static void text(ObjectNode schema, Annotation constraint) {
        size(schema, constraint, "minLength", "maxLength");
        switch (constraint) {
            case NotBlank blank -> Patterns.add(schema, NOT_BLANK);
            case Pattern pattern -> Patterns.add(schema, pattern);
            case Email email -> {
                schema.put("format", "email");
                Patterns.add(schema, email);
            }
            default -> {}
        }
    }

    private static void size(ObjectNode schema, Annotation constraint, String min, String max) {
        if (constraint instanceof NotEmpty || constraint instanceof NotBlank) {
            schema.put(min, Math.max(1, schema.path(min).asInt()));
        } else if (constraint instanceof Size size) {
            if (size.min() > schema.path(min).asInt()) {
                schema.put(min, size.min());
            }
            if (size.max() >= 0 && size.max() < schema.path(max).asInt(Integer.MAX_VALUE)) {
                schema.put(max, size.max());
            }
        }
    }

    private static void truth(ObjectNode schema, Annotation constraint) {
        if (constraint instanceof AssertTrue || constraint instanceof AssertFalse) {
            schema.put("const", constraint instanceof AssertTrue);
        }
    }
}
