package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets a schema accept null as well. */
final class Nullable {

    private static final String NULL = "null";

    private Nullable() {}

    static ObjectNode of(ObjectNode schema) {
        if (schema.has("$ref") || schema.has("anyOf") || schema.has("oneOf")) {
            ObjectNode either = schema.objectNode();
            either.putArray("anyOf").add(schema).add(Scalars.typed(NULL));
            return either;
        }
        JsonNode type = schema.path("type");
        if (!type.isTextual() || type.textValue().equals(NULL)) {
            return schema;
        }
        ArrayNode types = schema.arrayNode().add(type.textValue());
        schema.set("type", types.add(NULL));
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
        if (schema.get("enum") instanceof ArrayNode choices) {
            choices.addNull();
        }
        return schema;
    }
}
