package io.fastsocket.asyncapi.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Schemas out of values that were seen. */
final class Shapes {

    /** Members of one object that are taken into account. */
    private static final int MEMBERS = 50;

    private static final int DEPTH = 8;

    private Shapes() {}

    static ObjectNode of(JsonNode value) {
        return of(value, 0);
    }

    private static ObjectNode of(JsonNode value, int depth) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        if (depth == DEPTH || value.isNull()) {
            return shape;
        }
        switch (value.getNodeType()) {
            case OBJECT -> object(value, shape.put("type", "object"), depth);
            case ARRAY -> {
                shape.put("type", "array");
                ObjectNode items = null;
                for (JsonNode element : value) {
                    ObjectNode one = of(element, depth + 1);
                    items = items == null ? one : both(items, one);
                }
                if (items != null) {
                    shape.set("items", items);
                }
            }
            case NUMBER -> shape.put("type", value.isIntegralNumber() ? "integer" : "number");
            case BOOLEAN -> shape.put("type", "boolean");
            default -> shape.put("type", "string");
        }
        return shape;
    }

    private static void object(JsonNode value, ObjectNode shape, int depth) {
        int members = 0;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (++members > MEMBERS) {
                return;
            }
            shape.withArray("required").add(member.getKey());
            shape.withObjectProperty("properties")
                    .set(member.getKey(), of(member.getValue(), depth + 1));
        }
    }

    /** What covers both. */
    static ObjectNode both(ObjectNode one, ObjectNode other) {
        if (one.equals(other)) {
            return one;
        }
        String type = one.path("type").asText();
        if (type.isEmpty() || !type.equals(other.path("type").asText())) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode().put("type", type);
        if (one.has("items") && other.has("items")) {
            both.set("items", both((ObjectNode) one.get("items"), (ObjectNode) other.get("items")));
        }
        for (ObjectNode each : new ObjectNode[] {one, other}) {
            for (Map.Entry<String, JsonNode> member : each.path("properties").properties()) {
                ObjectNode properties = both.withObjectProperty("properties");
                ObjectNode shape = (ObjectNode) member.getValue();
                JsonNode known = properties.path(member.getKey());
                properties.set(
                        member.getKey(),
                        known.isObject() ? both((ObjectNode) known, shape) : shape);
            }
        }
        for (JsonNode name : one.path("required")) {
            for (JsonNode again : other.path("required")) {
                if (name.equals(again)) {
                    both.withArray("required").add(name);
                }
            }
        }
        return both;
    }
}
