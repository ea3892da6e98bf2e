package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;

/** Which kinds of values a schema is about, said or to be guessed from its other words. */
final class Kinds {

    static final String NULL = "null";

    private Kinds() {}

    /** Without null; empty if it may be anything. */
    static List<String> of(JsonNode schema) {
        List<String> kinds = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            kinds.add(type.textValue());
        }
        type.forEach(one -> kinds.add(one.asText()));
        kinds.remove(NULL);
        if (kinds.isEmpty() && type.isMissingNode()) {
            guess(schema, kinds);
        }
        return kinds;
    }

    private static void guess(JsonNode schema, List<String> kinds) {
        if (schema.has("properties")
                || schema.has("required")
                || schema.has("additionalProperties")
                || schema.has("patternProperties")) {
            kinds.add("object");
        } else if (schema.has("items") || schema.has("minItems") || schema.has("maxItems")) {
            kinds.add("array");
        } else if (schema.has("pattern") || schema.has("minLength") || schema.has("maxLength")) {
            kinds.add("string");
        } else if (schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")) {
            kinds.add("number");
        }
    }

    /** Whether null is said to be allowed: by a type, as OpenAPI does, or as one possibility. */
    static boolean isNullable(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (one.asText().equals(NULL)) {
                return true;
            }
        }
        return schema.path("nullable").asBoolean() || alternatives(schema).removed();
    }

    /**
     * Of what a value must be one.
     *
     * @param word {@code oneOf} or {@code anyOf}; null if there is nothing to choose
     * @param schemas those that are not null alone
     * @param removed whether there was one that is
     */
    record Alternatives(String word, List<JsonNode> schemas, boolean removed) {}

    /** What there is to choose from. */
    static Alternatives alternatives(JsonNode schema) {
        for (String word : List.of("oneOf", "anyOf")) {
            if (schema.path(word).isArray() && !schema.path(word).isEmpty()) {
                List<JsonNode> schemas = new ArrayList<>();
                schema.path(word).forEach(schemas::add);
                boolean removed = schemas.removeIf(one -> isNull(one));
                return new Alternatives(word, schemas, removed);
            }
        }
        return new Alternatives(null, List.of(), false);
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals(NULL)
                || schema.path("const").isNull()
                || schema.path("enum").equals(JsonNodeFactory.instance.arrayNode().addNull());
    }
}
