package io.fastsocket.asyncapi.derive;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands for the type variables of the generic records that are being looked at.
 *
 * @param types by variable
 * @param depth how many generic records stand within each other
 */
record Bindings(Map<Type, AnnotatedType> types, int depth) {

    static final Bindings NONE = new Bindings(Map.of(), 0);

    /** A generic record that contains itself would have no end. */
    private static final int DEEPEST = 8;

    AnnotatedType resolve(AnnotatedType type) {
        if (type instanceof AnnotatedWildcardType wildcard) {
            return resolve(wildcard.getAnnotatedUpperBounds()[0]);
        }
        return types.getOrDefault(type.getType(), type);
    }

    /** Those within a generic record; null if nothing is known, or it is too deep. */
    Bindings of(Class<?> raw, AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType parameterized) || depth == DEEPEST) {
            return null;
        }
        Map<Type, AnnotatedType> inner = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            inner.put(variables[i], resolve(parameterized.getAnnotatedActualTypeArguments()[i]));
        }
        return new Bindings(inner, depth + 1);
    }
}
