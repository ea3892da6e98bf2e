package io.fastsocket.registry.binding;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;

/** A cheap look beforehand, so that a plugin without constraints never starts a validator. */
final class Annotations {

    private Annotations() {}

    static boolean constrained(Method method) {
        return method.getAnnotations().length > 1
                || Arrays.stream(method.getParameterAnnotations()).anyMatch(a -> a.length > 0)
                || Arrays.stream(method.getAnnotatedParameterTypes())
                        .anyMatch(Annotations::annotated);
    }

    private static boolean annotated(AnnotatedType type) {
        return type.getAnnotations().length > 0
                || (type instanceof AnnotatedParameterizedType parameterized
                        && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                                .anyMatch(Annotations::annotated));
    }
}
