package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Values that stand in schemas. */
final class Literals {

    private Literals() {}

    /** The values that a schema lists by {@code enum} or {@code const}, or null. */
    static List<JsonNode> listed(JsonNode schema) {
        List<JsonNode> listed = null;
        if (schema.path("enum") instanceof ArrayNode values) {
            listed = new ArrayList<>();
            values.forEach(listed::add);
        }
        JsonNode only = schema.get("const");
        if (only != null) {
            return listed == null || listed.stream().anyMatch(value -> same(value, only))
                    ? List.of(only)
                    : List.of();
        }
        return listed;
    }

    /** The only value that a schema allows, or null. */
    static JsonNode only(JsonNode schema) {
        List<JsonNode> listed = listed(schema);
        return listed != null && listed.size() == 1 ? listed.getFirst() : null;
    }

    /** Whether two values are the same: 1 and 1.0 are. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return decimal(one).compareTo(decimal(other)) == 0;
        }
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        for (Iterator<String> names = one.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!other.has(name) || !same(one.get(name), other.get(name))) {
                return false;
            }
        }
        return one.isContainerNode() || one.equals(other);
    }

    /** Whether a number has no fraction. */
    static boolean isWhole(JsonNode number) {
        return isWhole(decimal(number));
    }

    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }

    /** A number of a schema, or null. */
    static BigDecimal number(JsonNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        return value != null && value.isNumber() ? decimal(value) : null;
    }
}
