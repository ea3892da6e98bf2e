package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Makes texts and numbers that look like what a schema wants. */
final class ScalarSample {

    private static final Map<String, String> FORMATS =
            Map.ofEntries(
                    Map.entry("date-time", "2026-01-31T12:00:00Z"),
                    Map.entry("date", "2026-01-31"),
                    Map.entry("time", "12:00:00Z"),
                    Map.entry("duration", "PT5M"),
                    Map.entry("uuid", "6f1c1a0e-2f5c-4c93-9d3a-0f6a0d9f7b11"),
                    Map.entry("email", "ada@example.com"),
                    Map.entry("idn-email", "ada@example.com"),
                    Map.entry("uri", "https://example.com/"),
                    Map.entry("uri-reference", "/path"),
                    Map.entry("iri", "https://example.com/"),
                    Map.entry("iri-reference", "/path"),
                    Map.entry("hostname", "example.com"),
                    Map.entry("idn-hostname", "example.com"),
                    Map.entry("ipv4", "192.0.2.1"),
                    Map.entry("ipv6", "2001:db8::1"),
                    Map.entry("json-pointer", "/path"),
                    Map.entry("regex", "[a-z]+"));

    /** A text stands for the bytes that there will be. */
    private static final String BINARY = "(binary)";

    /** Texts as long as a schema may want them, but not so long that they fill pages. */
    private static final int LONGEST = 5_000;

    /** No sample of a pattern is longer. */
    private static final int MOST_REPEATS = 200;

    private ScalarSample() {}

    /**
     * A text.
     *
     * @param name of the field, which is a good text if nothing else is asked for
     * @param which the first, the second, … where they must not be the same
     */
    static JsonNode text(JsonNode schema, String name, int which) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String format = FORMATS.get(schema.path("format").asText());
        JsonNode pattern = schema.path("pattern");
        if (schema.path("format").asText().equals("binary") && most >= BINARY.length()) {
            return JsonNodeFactory.instance.textNode(
                    BINARY + "x".repeat(Math.clamp(least - BINARY.length(), 0, LONGEST)));
        }
        String text = (name.isEmpty() ? "text" : name) + (which == 0 ? "" : String.valueOf(which));
        if (pattern.isTextual()) {
            text = matching(pattern.textValue(), Math.min(least, LONGEST), which);
        } else if (format != null) {
            text = format;
        } else if (text.codePointCount(0, text.length()) > most) {
            text = text.substring(0, text.offsetByCodePoints(0, Math.max(0, most)));
        }
        int missing = Math.min(least, LONGEST) - text.codePointCount(0, text.length());
        boolean fill = missing > 0 && !pattern.isTextual() && format == null;
        return JsonNodeFactory.instance.textNode(fill ? text + "x".repeat(missing) : text);
    }

    private static String matching(String pattern, int least, int which) {
        String text = "";
        for (int more = which; more <= which + Math.min(least, MOST_REPEATS); more++) {
            text = PatternSample.of(pattern, more);
            if (text.length() >= least) {
                break;
            }
        }
        return text;
    }

    /**
     * A number: one, or what is nearest to it.
     *
     * @param which as above
     */
    static JsonNode number(JsonNode schema, boolean whole, int which) {
        BigDecimal step = schema.path("multipleOf").decimalValue();
        BigDecimal smallest = whole ? BigDecimal.ONE : new BigDecimal("0.5");
        if (step.signum() <= 0 || (whole && step.scale() > 0)) {
            step = schema.has("multipleOf") && !whole ? step.abs() : smallest;
        }
        if (step.signum() == 0) {
            step = smallest;
        }
        BigDecimal value = BigDecimal.ONE.max(step);
        BigDecimal least = bound(schema, "minimum", "exclusiveMinimum", step);
        BigDecimal most = bound(schema, "maximum", "exclusiveMaximum", step.negate());
        if (least != null && value.compareTo(least) < 0) {
            value = rounded(least, step, RoundingMode.CEILING);
        }
        if (most != null && value.compareTo(most) > 0) {
            value = rounded(most, step, RoundingMode.FLOOR);
        }
        value = value.add(step.multiply(BigDecimal.valueOf(which)));
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 19
                ? JsonNodeFactory.instance.numberNode(plain.longValueExact())
                : JsonNodeFactory.instance.numberNode(plain);
    }

    /** The nearest to a bound that is allowed; null if there is none. */
    private static BigDecimal bound(
            JsonNode schema, String with, String without, BigDecimal inside) {
        if (schema.path(without).isNumber()) {
            BigDecimal bound = schema.path(without).decimalValue();
            BigDecimal on =
                    rounded(
                            bound,
                            inside.abs(),
                            inside.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
            return on.compareTo(bound) == 0 ? on.add(inside) : on;
        }
        return schema.path(with).isNumber() ? schema.path(with).decimalValue() : null;
    }

    private static BigDecimal rounded(BigDecimal value, BigDecimal step, RoundingMode mode) {
        if (Math.abs(value.scale()) > 400 || Math.abs(step.scale()) > 400) {
            return value; // a number that is there to tire us
        }
        return value.divide(step, 0, mode).multiply(step);
    }
}
