package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * JSON Schemas (draft-07) of what is bound to Java types. A record gets a schema of its own, by its
 * name, which others refer to. Looks at a plugin's classes while it derives, and is dropped then.
 */
public final class TypeSchemas {

    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Map<Named, String> names = new HashMap<>();
    private final Places places = new Places(this);
    private final ObjectSchemas objects = new ObjectSchemas(this, places);

    /** A class, and what its values say of themselves; null for nothing. */
    private record Named(Class<?> type, Tag tag) {}

    /** Derives nothing yet. */
    public TypeSchemas() {}

    Places places() {
        return places;
    }

    /** The schemas of records met so far, by name. */
    public ObjectNode schemas() {
        return schemas;
    }

    /** What a type takes, null left aside. */
    ObjectNode of(AnnotatedType type, Bindings bindings) {
        Class<?> raw = raw(type);
        ObjectNode scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof AnnotatedArrayType array) {
            return list(places.element(array.getAnnotatedGenericComponentType(), bindings));
        }
        if (raw == Iterable.class || Collection.class.isAssignableFrom(raw)) {
            return list(places.content(argument(type, 0), bindings));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type, bindings);
        }
        boolean own =
                !raw.getName().startsWith("java.")
                        && !raw.getName().startsWith("io.fastsocket.api.");
        return own && raw != Object.class ? named(type, raw, bindings) : anything();
    }

    /** Null if it is none. */
    private ObjectNode scalar(Class<?> raw) {
        return raw.isEnum() ? objects.constants(raw) : Scalars.of(raw);
    }

    /** What a class takes, which says nothing of its type arguments. */
    ObjectNode of(Class<?> raw) {
        ObjectNode scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isArray()) {
            ObjectNode content = of(raw.getComponentType());
            return list(raw.getComponentType().isPrimitive() ? content : Nullable.of(content));
        }
        boolean bean =
                !raw.getName().startsWith("java.")
                        && !raw.getName().startsWith("io.fastsocket.api.");
        return bean ? reference(raw) : anything();
    }

    private static ObjectNode list(ObjectNode content) {
        ObjectNode list = Scalars.typed("array");
        list.set("items", content);
        return list;
    }

    private ObjectNode map(AnnotatedType type, Bindings bindings) {
        ObjectNode map = Scalars.typed("object");
        AnnotatedType key = argument(type, 0);
        AnnotatedType value = argument(type, 1);
        ObjectNode name = key == null ? null : key(key, raw(bindings.resolve(key)));
        if (name != null) {
            map.set("propertyNames", name);
        }
        map.set("additionalProperties", places.content(value, bindings));
        return map;
    }

    /** What a key takes, which is always a text; null for any. */
    private ObjectNode key(AnnotatedType type, Class<?> raw) {
        ObjectNode scalar = scalar(raw);
        ObjectNode key = scalar == null ? Scalars.typed("string") : scalar;
        switch (key.path("type").asText()) {
            case "string" -> ConstraintForms.apply(key, Constraints.of(type));
            case "integer" -> key = Scalars.typed("string").put("pattern", "^[+-]?[0-9]+$");
            default -> key = Scalars.typed("string");
        }
        return key.size() == 1 ? null : key;
    }

    private ObjectNode named(AnnotatedType type, Class<?> raw, Bindings bindings) {
        if (raw.getTypeParameters().length == 0) {
            return reference(raw);
        }
        // One of several shapes of a generic record has no name of its own.
        Bindings inner = bindings.of(raw, type);
        return inner == null ? anything() : objects.of(raw, inner, null);
    }

    private ObjectNode reference(Class<?> raw) {
        return reference(raw, objects.tag(raw));
    }

    /** Refers to the schema of a class whose values say so of themselves. */
    ObjectNode reference(Class<?> raw, Tag tag) {
        Named named = new Named(raw, tag);
        String name = names.get(named);
        if (name == null) {
            name = Names.free(raw, schemas);
            names.put(named, name);
            schemas.putObject(name); // it may contain itself
            schemas.set(name, objects.of(raw, Bindings.NONE, tag));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    static AnnotatedType argument(AnnotatedType type, int index) {
        return type instanceof AnnotatedParameterizedType parameterized
                        && parameterized.getAnnotatedActualTypeArguments().length > index
                ? parameterized.getAnnotatedActualTypeArguments()[index]
                : null;
    }

    static ObjectNode anything() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The class of a type; Object for a variable that nobody has bound. */
    static Class<?> raw(AnnotatedType type) {
        return switch (type) {
            case AnnotatedTypeVariable variable -> Object.class;
            case AnnotatedWildcardType wildcard -> raw(wildcard.getAnnotatedUpperBounds()[0]);
            case AnnotatedArrayType array ->
                    raw(array.getAnnotatedGenericComponentType()).arrayType();
            default ->
                    switch (type.getType()) {
                        case Class<?> plain -> plain;
                        case ParameterizedType parameterized ->
                                (Class<?>) parameterized.getRawType();
                        default -> Object.class;
                    };
        };
    }
}
