package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers, with constraints around which their values lie. */
final class Numbers {

    private static final List<String> INTEGERS =
            List.of("Integer", "Long", "Short", "Byte", "BigInteger");

    private Numbers() {}

    static Kind integer(Chance chance, boolean mayBePrimitive) {
        String type = chance.one(INTEGERS);
        boolean primitive = mayBePrimitive && !type.equals("BigInteger") && chance.once(2);
        List<String> constraints = constraints(chance, false);
        if (!primitive && chance.once(3)) {
            constraints.add("@NotNull");
        }
        List<BigDecimal> edges = new ArrayList<>(edges(constraints));
        switch (type) {
            case "Integer" -> edges.add(BigDecimal.valueOf(Integer.MAX_VALUE));
            case "Long" -> edges.add(BigDecimal.valueOf(Long.MIN_VALUE));
            case "Short" -> edges.add(BigDecimal.valueOf(Short.MIN_VALUE));
            case "Byte" -> edges.add(BigDecimal.valueOf(Byte.MAX_VALUE));
            default -> {}
        }
        String written = primitive ? primitive(type) : type;
        return new Kind(written, constraints, c -> value(c, edges, BigDecimal.ONE));
    }

    private static String primitive(String type) {
        return type.equals("Integer") ? "int" : type.toLowerCase(java.util.Locale.ROOT);
    }

    static Kind fraction(Chance chance, boolean mayBePrimitive) {
        List<String> constraints = constraints(chance, true);
        String type = chance.one("Double", "BigDecimal");
        boolean primitive = mayBePrimitive && type.equals("Double") && chance.once(2);
        if (!primitive && chance.once(3)) {
            constraints.add("@NotNull");
        }
        List<BigDecimal> edges = edges(constraints);
        return new Kind(
                primitive ? "double" : type,
                constraints,
                c -> value(c, edges, c.one(new BigDecimal("0.01"), new BigDecimal("0.125"))));
    }

    static Kind optional(Chance chance) {
        List<String> constraints = constraints(chance, false);
        if (chance.once(4)) {
            constraints.add("@NotNull");
        }
        List<BigDecimal> edges = edges(constraints);
        String type = chance.one("OptionalInt", "OptionalLong");
        return new Kind(
                type, constraints, c -> c.once(3) ? nothing(c) : value(c, edges, BigDecimal.ONE));
    }

    private static JsonNode nothing(Chance chance) {
        return chance.one(Chance.NODES.nullNode(), Chance.NODES.missingNode());
    }

    private static List<String> constraints(Chance chance, boolean fraction) {
        List<String> constraints = new ArrayList<>();
        int low = chance.below(5) - 3;
        int high = low + chance.below(120);
        if (chance.once(3)) {
            constraints.add(
                    chance.one(
                            "@Min(" + low + ")",
                            "@Positive",
                            "@PositiveOrZero",
                            "@DecimalMin(\"" + low + (fraction ? ".25\")" : "\")"),
                            "@DecimalMin(value = \"" + low + "\", inclusive = false)"));
        }
        if (chance.once(3)) {
            constraints.add(
                    chance.one(
                            "@Max(" + high + ")",
                            "@Negative",
                            "@NegativeOrZero",
                            "@DecimalMax(\"" + high + (fraction ? ".5\")" : "\")"),
                            "@DecimalMax(value = \"" + high + "\", inclusive = false)"));
        }
        if (chance.once(5)) {
            constraints.add(
                    chance.one(
                            "@Digits(integer = 2, fraction = 2)",
                            "@Digits(integer = 1, fraction = 0)"));
        }
        return constraints;
    }

    /** Every number in a constraint; zero, and some around which nothing happens. */
    private static List<BigDecimal> edges(List<String> constraints) {
        List<BigDecimal> edges = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.TEN));
        for (String constraint : constraints) {
            for (String number : constraint.split("[^-0-9.]+")) {
                if (number.matches("-?[0-9]+(\\.[0-9]+)?")) {
                    edges.add(new BigDecimal(number));
                }
            }
            if (constraint.startsWith("@Digits")) {
                edges.add(BigDecimal.valueOf(100));
            }
        }
        return edges;
    }

    private static JsonNode value(Chance chance, List<BigDecimal> edges, BigDecimal step) {
        BigDecimal value =
                chance.one(edges).add(step.multiply(BigDecimal.valueOf(chance.below(5) - 2)));
        return Chance.NODES.numberNode(value.stripTrailingZeros());
    }
}
