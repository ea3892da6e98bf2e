package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * One schema of those that must hold together: all parts, and one of the possibilities. Where two
 * say something about the same, the later one is heard; for making values that is good enough.
 */
final class MergedSchema {

    private static final int DEEPEST = 20;

    private final SchemaNames names;
    private final Sample.Way way;

    MergedSchema(SchemaNames names, Sample.Way way) {
        this.names = names;
        this.way = way;
    }

    JsonNode of(JsonNode written) {
        JsonNode schema = names.followed(written);
        if (!schema.has("allOf")
                && !schema.has("oneOf")
                && !schema.has("anyOf")
                && !schema.has("if")) {
            return schema;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        add(merged, schema, 0);
        return merged;
    }

    private void add(ObjectNode merged, JsonNode written, int depth) {
        JsonNode schema = names.followed(written);
        if (depth > DEEPEST) {
            return;
        }
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            switch (word.getKey()) {
                case "properties" -> properties(merged, word.getValue());
                case "required" -> required(merged, word.getValue());
                case "allOf" -> word.getValue().forEach(part -> add(merged, part, depth + 1));
                case "oneOf", "anyOf", "if", "then", "else" -> {}
                default -> merged.set(word.getKey(), word.getValue());
            }
        }
        Kinds.Alternatives choice = Kinds.alternatives(schema);
        if (!choice.schemas().isEmpty()) {
            int which = way.choice() % choice.schemas().size();
            add(merged, choice.schemas().get(which), depth + 1);
        }
        if (way.branch().equals("then")) {
            add(merged, schema.path("if"), depth + 1);
        }
        if (!way.branch().isEmpty()) {
            add(merged, schema.path(way.branch()), depth + 1);
        }
    }

    private void properties(ObjectNode merged, JsonNode properties) {
        ObjectNode all = merged.withObjectProperty("properties");
        for (Map.Entry<String, JsonNode> one : properties.properties()) {
            JsonNode before = all.path(one.getKey());
            JsonNode now = one.getValue();
            if (before.isObject() && now.isObject()) {
                ObjectNode both = JsonNodeFactory.instance.objectNode();
                both.putArray("allOf").add(before).add(now);
                now = both;
            }
            all.set(one.getKey(), now);
        }
    }

    private static void required(ObjectNode merged, JsonNode required) {
        ArrayNode all = merged.withArray("required");
        required.forEach(all::add);
    }
}
