package io.fastsocket.launcher;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration may say under one key: an attribute of the OSGi Metatype Service.
 *
 * @param type the type, such as {@code Long}
 * @param min the least value, or of a text the least length; null for none
 * @param max the greatest value, or of a text the greatest length; null for none
 * @param options the values allowed; empty for all
 * @param list whether it takes several values, by commas
 */
record ConfigAttribute(String type, String min, String max, List<String> options, boolean list) {

    private static final Set<String> WHOLE = Set.of("Long", "Integer", "Short", "Byte");
    private static final Set<String> DECIMAL = Set.of("Double", "Float");

    ConfigAttribute {
        options = List.copyOf(options);
    }

    /** What is allowed, if the value is not. */
    Optional<String> refusal(String value) {
        if (list) {
            for (String element : value.split(",")) {
                Optional<String> refusal = refusalOfOne(element.strip());
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            return Optional.empty();
        }
        return refusalOfOne(value.strip());
    }

    private Optional<String> refusalOfOne(String value) {
        if (!options.isEmpty()) {
            return options.contains(value)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", options));
        }
        if (type.equals("Boolean")) {
            boolean fine = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            return fine ? Optional.empty() : Optional.of("must be true or false");
        }
        if (WHOLE.contains(type) || DECIMAL.contains(type)) {
            return isNumber(value)
                    ? Optional.empty()
                    : Optional.of(
                            (WHOLE.contains(type) ? "must be a whole number" : "must be a number")
                                    + range());
        }
        return inRange(BigDecimal.valueOf(value.length()))
                ? Optional.empty()
                : Optional.of("must have a number of characters" + range());
    }

    private boolean isNumber(String value) {
        try {
            BigDecimal number =
                    WHOLE.contains(type)
                            ? BigDecimal.valueOf(Long.parseLong(value))
                            : new BigDecimal(value);
            return inRange(number);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean inRange(BigDecimal number) {
        return (min == null || number.compareTo(new BigDecimal(min)) >= 0)
                && (max == null || number.compareTo(new BigDecimal(max)) <= 0);
    }

    private String range() {
        return (min == null ? "" : " from " + min) + (max == null ? "" : " to " + max);
    }
}
