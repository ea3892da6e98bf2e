package io.fastsocket.registry.streams;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;

/** What generic types are of. */
final class Generics {

    private Generics() {}

    /** The one argument of a type, or what a wildcard there is bounded by; null without one. */
    static Type content(Type type) {
        if (!(type instanceof ParameterizedType parameterized)) {
            return null;
        }
        Type content = parameterized.getActualTypeArguments()[0];
        return content instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : content;
    }

    /** Its class; of a variable, Object. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : Object.class;
    }
}
