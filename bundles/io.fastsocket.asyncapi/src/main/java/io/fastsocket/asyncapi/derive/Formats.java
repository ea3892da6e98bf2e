package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.reflect.Field;

/** Fields that are written otherwise than their type says, by {@code @JsonFormat}. */
final class Formats {

    private Formats() {}

    /** What such a field takes; null for any other. */
    static ObjectNode of(Field field) {
        JsonFormat said = field.getAnnotation(JsonFormat.class);
        if (said == null) {
            return null;
        }
        if (!said.pattern().isEmpty() && !Number.class.isAssignableFrom(field.getType())) {
            return Scalars.typed("string").put("description", "as " + said.pattern());
        }
        return said.shape() == JsonFormat.Shape.ANY ? null : TypeSchemas.anything();
    }
}
