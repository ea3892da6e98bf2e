package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What parameters, components, elements and values take: their types, with the constraints there.
 *
 * @param types for the types
 */
record Places(TypeSchemas types) {

    private static final Map<Class<?>, Class<?>> OPTIONALS =
            Map.of(
                    OptionalInt.class, int.class,
                    OptionalLong.class, long.class,
                    OptionalDouble.class, double.class);

    /** A parameter, a record's component, or what a type argument stands for. */
    Place of(AnnotatedElement element, AnnotatedType type, Bindings bindings) {
        AnnotatedType bound = bindings.resolve(type);
        Class<?> raw = TypeSchemas.raw(bound);
        AnnotatedType content = optional(bound);
        List<Annotation> constraints = Constraints.of(content == null ? element : content);
        boolean refused = ConstraintForms.refuseNull(constraints);
        if (content != null) {
            // To the constraints of what would be in it, nothing is null.
            return new Place(constrained(content, constraints, bindings), refused, !refused);
        }
        if (OPTIONALS.containsKey(raw)) {
            ObjectNode number = Scalars.of(OPTIONALS.get(raw));
            return new Place(ConstraintForms.apply(number, constraints), refused, !refused);
        }
        ObjectNode schema = constrained(bound, constraints, bindings);
        return new Place(schema, raw.isPrimitive() || refused, false);
    }

    private ObjectNode constrained(
            AnnotatedType type, List<Annotation> constraints, Bindings bindings) {
        return ConstraintForms.apply(types.of(bindings.resolve(type), bindings), constraints);
    }

    /** What an Optional is one of; null for any other type. */
    private static AnnotatedType optional(AnnotatedType type) {
        return TypeSchemas.raw(type) == Optional.class ? TypeSchemas.argument(type, 0) : null;
    }

    /** Whether a field of a class without type variables has to be there. */
    static boolean refusesNull(Field field) {
        AnnotatedType content = optional(field.getAnnotatedType());
        AnnotatedElement constrained = content == null ? field : content;
        return field.getType().isPrimitive()
                || ConstraintForms.refuseNull(Constraints.of(constrained));
    }

    /** What one element of a list, or one value of a map, takes; anything if that is not said. */
    ObjectNode content(AnnotatedType type, Bindings bindings) {
        return type == null ? TypeSchemas.anything() : of(type, type, bindings).schema();
    }

    /** What one element of an array takes: constraints before it are those of the array. */
    ObjectNode element(AnnotatedType type, Bindings bindings) {
        AnnotatedType bound = bindings.resolve(type);
        ObjectNode schema = types.of(bound, bindings);
        return TypeSchemas.raw(bound).isPrimitive() ? schema : Nullable.of(schema);
    }
}
