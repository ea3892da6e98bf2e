package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** Schemas without what could lead elsewhere. */
final class Plain {

    private static final List<String> SCALAR =
            List.of(
                    "multipleOf",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "format");

    private Plain() {}

    /** Whether a schema says anything of texts and numbers but their kinds and what they are. */
    static boolean saysMore(JsonNode schema) {
        return SCALAR.stream().anyMatch(schema::has);
    }

    /** What it says of them; not their kinds, of which OpenAPI has others. */
    static ObjectNode scalar(JsonNode schema) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        for (String keyword : SCALAR) {
            if (schema.has(keyword) && !schema.get(keyword).isBoolean()) {
                plain.set(keyword, schema.get(keyword));
            }
        }
        return plain;
    }
}
