package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets a schema accept null as well. */
final class Nullable {

    private static final String NULL = "null";

    private Nullable() {}

    static ObjectNode of(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isTextual()) {
            return schema.has("$ref") || schema.has("anyOf") ? orNull(schema) : schema;
        }
        ArrayNode types = schema.arrayNode().add(type.textValue());
        schema.set("type", types.add(NULL));
        if (schema.get("enum") instanceof ArrayNode choices) {
            choices.addNull();
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = schema.objectNode();
        either.putArray("anyOf").add(schema).add(Scalars.typed(NULL));
        return either;
    }
}
