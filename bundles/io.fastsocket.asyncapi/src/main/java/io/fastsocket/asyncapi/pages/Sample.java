package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one value out of a schema, in one of several ways: conditions between fields are only met
 * by luck. Whether it is valid, the caller finds out.
 */
final class Sample {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Fields that need not be there are left out from here on. */
    private static final int DEEP = 4;

    private static final int DEEPEST = 12;
    private static final int MOST_ELEMENTS = 20;

    /** A value is no larger than this. */
    private static final int VALUES = 2_000;

    private final SchemaNames names;
    private final Way way;
    private int left = VALUES;

    /**
     * A way to make a value.
     *
     * @param all whether fields are in it that need not be
     * @param choice which of several possibilities it is
     * @param branch of a condition: "then", "else" or empty for neither
     */
    record Way(boolean all, int choice, String branch) {

        /** Some that are worth trying, the best first. */
        static final List<Way> ALL =
                List.of(
                        new Way(true, 0, "then"),
                        new Way(true, 0, ""),
                        new Way(false, 0, ""),
                        new Way(false, 0, "then"),
                        new Way(false, 0, "else"),
                        new Way(true, 0, "else"),
                        new Way(true, 1, "then"),
                        new Way(false, 1, ""),
                        new Way(false, 1, "then"),
                        new Way(true, 2, ""),
                        new Way(false, 2, ""),
                        new Way(false, 3, ""));
    }

    Sample(SchemaNames names, Way way) {
        this.names = names;
        this.way = way;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "", 0, 0);
    }

    private JsonNode of(JsonNode written, String name, int which, int depth) {
        JsonNode schema = new MergedSchema(names, way).of(written);
        if (--left < 0 || depth > DEEPEST) {
            return NODES.nullNode();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        JsonNode choices = schema.path("enum");
        if (choices.isArray() && !choices.isEmpty()) {
            return choices.get((way.choice() + which) % choices.size());
        }
        if (schema.has("default") && which == 0) {
            return schema.get("default");
        }
        if (schema.path("examples").has(which)) {
            return schema.path("examples").get(which);
        }
        List<String> kinds = Kinds.of(schema);
        if (kinds.isEmpty()) {
            return Kinds.isNullable(schema) ? NODES.nullNode() : NODES.objectNode();
        }
        return switch (kinds.getFirst()) {
            case "string" -> ScalarSample.text(schema, name, which);
            case "integer" -> ScalarSample.number(schema, true, which);
            case "number" -> ScalarSample.number(schema, false, which);
            case "boolean" -> NODES.booleanNode(which % 2 == 0);
            case "array" -> array(schema, name, depth);
            default -> object(schema, depth);
        };
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = NODES.arrayNode();
        JsonNode items = schema.path("items");
        if (items.isArray()) {
            for (int i = 0; i < items.size() && i < MOST_ELEMENTS; i++) {
                array.add(of(items.get(i), "", 0, depth + 1));
            }
            return array;
        }
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(MOST_ELEMENTS);
        int wanted = Math.min(most, Math.max(least, depth < DEEP && way.all() ? 1 : 0));
        if (schema.has("contains") && wanted < most) {
            array.add(of(schema.get("contains"), name, 0, depth + 1));
        }
        boolean different = schema.path("uniqueItems").asBoolean();
        while (array.size() < Math.min(wanted, MOST_ELEMENTS)) {
            array.add(of(items, name, different ? array.size() : 0, depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
            boolean forbidden = one.getValue().isBoolean() && !one.getValue().asBoolean();
            boolean old = one.getValue().path("deprecated").asBoolean();
            boolean wanted = (way.all() && depth < DEEP && !old) || required.contains(one.getKey());
            if (wanted && !forbidden) {
                object.set(one.getKey(), of(one.getValue(), one.getKey(), 0, depth + 1));
            }
        }
        JsonNode others = schema.path("additionalProperties");
        for (String name : required) {
            if (!object.has(name)) {
                object.set(name, of(others, name, 0, depth + 1));
            }
        }
        int least = schema.path("minProperties").asInt(0);
        if (others.isObject() && way.all() && depth < DEEP && object.isEmpty()) {
            least = Math.max(least, 1);
        }
        for (int i = 0; object.size() < Math.min(least, MOST_ELEMENTS); i++) {
            JsonNode name = of(schema.path("propertyNames"), "key", i, depth + 1);
            String key = name.isTextual() ? name.asText() : "key" + i;
            if (object.has(key)) {
                key = "key" + i;
            }
            object.set(key, of(others, key, 0, depth + 1));
        }
        return object;
    }
}
