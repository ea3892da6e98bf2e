package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What a value must be: it keeps to all parts, to a branch of each union, and to nothing excluded.
 * Parts have no references and no {@code allOf} left that would have to be followed.
 */
final class Shape {

    /** Keywords that take something away which nothing here can count with. */
    private static final List<String> FINE_PRINT =
            List.of("not", "if", "dependencies", "contains", "propertyNames");

    private final Shapes shapes;
    private final List<JsonNode> parts;
    private final List<Union> unions;
    private final List<JsonNode> excluded;
    private List<JsonNode> values;
    private boolean valuesKnown;

    /** A choice: {@code oneOf} or {@code anyOf} of a schema. The same if the schema is. */
    record Union(JsonNode holder, String keyword) {

        JsonNode branches() {
            return holder.get(keyword);
        }

        boolean exclusive() {
            return keyword.equals("oneOf");
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // equal schemas at other places are others
        public boolean equals(Object other) {
            return other instanceof Union union
                    && union.holder == holder
                    && union.keyword.equals(keyword);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(holder);
        }
    }

    Shape(Shapes shapes, List<JsonNode> parts, List<Union> unions, List<JsonNode> excluded) {
        this.shapes = shapes;
        this.parts = parts;
        this.unions = unions;
        this.excluded = excluded;
    }

    Shapes shapes() {
        return shapes;
    }

    List<JsonNode> parts() {
        return parts;
    }

    List<Union> unions() {
        return unions;
    }

    /** How much there is to look at. */
    int weight() {
        return 1 + parts.size() + unions.size() + excluded.size();
    }

    /** What its values do not keep to. */
    List<JsonNode> excluded() {
        return excluded;
    }

    /** Its values that keep to a further schema. */
    Shape and(JsonNode schema) {
        return shapes.extended(parts, unions, List.of(schema), excluded);
    }

    /** Its values that keep to one branch of a union. */
    Shape branch(Union union, int index) {
        List<Union> others = unions.stream().filter(u -> !u.equals(union)).toList();
        List<JsonNode> without = new ArrayList<>(excluded);
        for (int i = 0; union.exclusive() && i < union.branches().size(); i++) {
            if (i != index) {
                without.add(union.branches().get(i));
            }
        }
        List<JsonNode> chosen = List.of(union.branches().get(index));
        return shapes.extended(parts, others, chosen, without);
    }

    /** The first part that has a keyword, or just the first, or null. */
    JsonNode holder(String keyword) {
        for (JsonNode part : parts) {
            if (part.has(keyword)) {
                return part;
            }
        }
        return parts.isEmpty() ? null : parts.getFirst();
    }

    /** Whether there may be fewer values than the parts that are looked at say. */
    boolean hasFinePrint() {
        return parts.stream().anyMatch(part -> FINE_PRINT.stream().anyMatch(part::has));
    }

    boolean impossible() {
        return kinds().isEmpty() || (values() != null && values().isEmpty());
    }

    /** The kinds of its values. */
    EnumSet<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);
        for (JsonNode part : parts) {
            kinds.retainAll(part.isObject() ? Kind.of(part) : Set.of());
            BigDecimal step = Literals.number(part, "multipleOf");
            if (step != null && Literals.isWhole(step)) {
                kinds.remove(Kind.FRACTION);
            }
        }
        return kinds;
    }

    /** Whether its values are listed by {@code enum} or {@code const}. */
    boolean isListed() {
        return parts.stream().anyMatch(part -> part.has("enum") || part.has("const"));
    }

    /** What its parts say by a keyword that is a text. */
    List<String> texts(String keyword) {
        return parts.stream()
                .map(part -> part.path(keyword).textValue())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The tightest of what its parts say by a keyword that is a number, or null. */
    BigDecimal number(String keyword, BinaryOperator<BigDecimal> tighter) {
        return parts.stream()
                .map(part -> Literals.number(part, keyword))
                .filter(Objects::nonNull)
                .reduce(tighter)
                .orElse(null);
    }

    /** All of its values, if they are listed; else null. */
    List<JsonNode> values() {
        if (!valuesKnown) {
            values = listed();
            valuesKnown = true;
        }
        return values;
    }

    private List<JsonNode> listed() {
        List<JsonNode> found = null;
        EnumSet<Kind> kinds = kinds();
        for (JsonNode part : parts) {
            List<JsonNode> own = Literals.listed(part);
            if (own != null) {
                List<JsonNode> before = found;
                found = before == null ? own : own.stream().filter(v -> in(v, before)).toList();
            }
        }
        if (found == null && EnumSet.of(Kind.NULL, Kind.BOOLEAN).containsAll(kinds)) {
            found = List.of(NullNode.instance, BooleanNode.TRUE, BooleanNode.FALSE);
        }
        return found == null
                ? null
                : found.stream().filter(value -> kinds.contains(Kind.ofValue(value))).toList();
    }

    private static boolean in(JsonNode value, List<JsonNode> values) {
        return values.stream().anyMatch(other -> Literals.same(value, other));
    }
}
