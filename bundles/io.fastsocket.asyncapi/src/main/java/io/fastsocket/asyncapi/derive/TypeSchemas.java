package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * JSON Schemas (draft-07) of what is bound to Java types. A record gets a schema of its own, by its
 * name, which others refer to. Looks at a plugin's classes while it derives, and is dropped then.
 */
public final class TypeSchemas {

    private static final Map<Class<?>, Class<?>> OPTIONALS =
            Map.of(
                    OptionalInt.class, int.class,
                    OptionalLong.class, long.class,
                    OptionalDouble.class, double.class);

    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Map<Class<?>, String> names = new HashMap<>();
    private final ObjectSchemas objects = new ObjectSchemas(this);

    /** Derives nothing yet. */
    public TypeSchemas() {}

    /** The schemas of records met so far, by name. */
    public ObjectNode schemas() {
        return schemas;
    }

    /**
     * A place that takes a value.
     *
     * @param bare what it takes, null left aside
     * @param refusesNull whether it does not take null, and has to be there
     * @param optional whether it is an Optional
     */
    record Place(ObjectNode bare, boolean refusesNull, boolean optional) {

        /** What it takes, null included if it does. */
        ObjectNode schema() {
            return refusesNull ? bare : Nullable.of(bare);
        }
    }

    /** What a parameter or a record's component takes. */
    Place place(AnnotatedElement element, AnnotatedType type, Bindings bindings) {
        List<Annotation> constraints = Constraints.of(element);
        AnnotatedType bound = bindings.resolve(type);
        Class<?> raw = raw(bound);
        if (raw == Optional.class && bound instanceof AnnotatedParameterizedType optional) {
            AnnotatedType content = optional.getAnnotatedActualTypeArguments()[0];
            ObjectNode schema = constrained(content, Constraints.of(content), bindings);
            return new Place(schema, false, true);
        }
        if (OPTIONALS.containsKey(raw)) {
            return new Place(Scalars.of(OPTIONALS.get(raw)), false, true);
        }
        ObjectNode schema = constrained(bound, constraints, bindings);
        boolean refused = raw.isPrimitive() || ConstraintForms.refuseNull(constraints);
        return new Place(schema, refused, false);
    }

    /** What one element of a list, or one value of a map, takes. */
    ObjectNode content(AnnotatedType type, Bindings bindings) {
        return place(type, type, bindings).schema();
    }

    private ObjectNode constrained(
            AnnotatedType type, List<Annotation> constraints, Bindings bindings) {
        ObjectNode schema = of(bindings.resolve(type), bindings);
        ConstraintForms.apply(schema, constraints);
        return schema;
    }

    /** What a type takes, null left aside. */
    ObjectNode of(AnnotatedType type, Bindings bindings) {
        Class<?> raw = raw(type);
        ObjectNode scalar = Scalars.of(raw);
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof AnnotatedArrayType array) {
            return list(array.getAnnotatedGenericComponentType(), bindings);
        }
        if (raw.isArray()) {
            ObjectNode list = Scalars.typed("array");
            list.set("items", of(raw.getComponentType()));
            return list;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(argument(type, 0), bindings);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type, bindings);
        }
        boolean own =
                !raw.getName().startsWith("java.")
                        && !raw.getName().startsWith("io.fastsocket.api.");
        return own && raw != Object.class ? named(type, raw, bindings) : anything();
    }

    /** What a class takes, which says nothing of its type arguments. */
    ObjectNode of(Class<?> raw) {
        ObjectNode scalar = Scalars.of(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isArray()) {
            ObjectNode list = Scalars.typed("array");
            list.set("items", of(raw.getComponentType()));
            return list;
        }
        boolean bean =
                !raw.getName().startsWith("java.")
                        && !raw.getName().startsWith("io.fastsocket.api.");
        return bean ? reference(raw) : anything();
    }

    private ObjectNode list(AnnotatedType content, Bindings bindings) {
        ObjectNode list = Scalars.typed("array");
        list.set("items", content == null ? anything() : content(content, bindings));
        return list;
    }

    private ObjectNode map(AnnotatedType type, Bindings bindings) {
        ObjectNode map = Scalars.typed("object");
        AnnotatedType key = argument(type, 0);
        AnnotatedType value = argument(type, 1);
        if (key != null && raw(bindings.resolve(key)).isEnum()) {
            map.set("propertyNames", of(bindings.resolve(key), bindings));
        } else if (key != null && !Constraints.of(key).isEmpty()) {
            ObjectNode names = Scalars.typed("string");
            ConstraintForms.apply(names, Constraints.of(key));
            map.set("propertyNames", names);
        }
        map.set("additionalProperties", value == null ? anything() : content(value, bindings));
        return map;
    }

    private ObjectNode named(AnnotatedType type, Class<?> raw, Bindings bindings) {
        if (raw.getTypeParameters().length == 0) {
            return reference(raw);
        }
        // One of several shapes of a generic record has no name of its own.
        Bindings inner = bindings.of(raw, type);
        return inner == null ? anything() : objects.of(raw, inner);
    }

    private ObjectNode reference(Class<?> raw) {
        String name = names.get(raw);
        if (name == null) {
            name = Names.free(raw, schemas);
            names.put(raw, name);
            schemas.putObject(name); // it may contain itself
            schemas.set(name, objects.of(raw, Bindings.NONE));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
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
