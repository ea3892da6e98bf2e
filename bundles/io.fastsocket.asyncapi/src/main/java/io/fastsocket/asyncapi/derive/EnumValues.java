package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Enums, by what their constants are on the wire: {@code @JsonProperty} may name them. */
final class EnumValues {

    private EnumValues() {}

    /**
     * What an enum takes.
     *
     * @param jackson knows the annotations
     * @param type an enum
     */
    static ObjectNode of(DeserializationConfig jackson, Class<?> type) {
        JavaType constructed = jackson.constructType(type);
        AnnotatedMember value = jackson.introspect(constructed).findJsonValueAccessor();
        return value == null ? named(jackson, type, constructed) : valued(type, value);
    }

    private static ObjectNode named(
            DeserializationConfig jackson, Class<?> type, JavaType constructed) {
        Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
        AnnotatedClass annotated = jackson.introspectClassAnnotations(constructed).getClassInfo();
        String[] names =
                jackson.getAnnotationIntrospector()
                        .findEnumValues(
                                jackson, annotated, constants, new String[constants.length]);
        ObjectNode choice = Scalars.typed("string");
        for (int i = 0; i < constants.length; i++) {
            choice.withArray("enum").add(names[i] == null ? constants[i].name() : names[i]);
        }
        return choice;
    }

    /** By {@code @JsonValue}: texts are told, other values not looked into. */
    private static ObjectNode valued(Class<?> type, AnnotatedMember value) {
        if (value.getRawType() != String.class) {
            return TypeSchemas.anything();
        }
        value.fixAccess(true);
        ObjectNode choice = Scalars.typed("string");
        for (Object constant : type.getEnumConstants()) {
            choice.withArray("enum").add((String) value.getValue(constant));
        }
        return choice;
    }
}
