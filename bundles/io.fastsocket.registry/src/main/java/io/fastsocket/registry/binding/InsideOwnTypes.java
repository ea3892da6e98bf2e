package io.fastsocket.registry.binding;

import io.fastsocket.api.OnEvent;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Objects;

/**
 * Constraints inside {@code <…>} of a plugin's own type, such as {@code Page<@NotBlank String>}: no
 * validator knows where its elements are.
 */
final class InsideOwnTypes {

    private InsideOwnTypes() {}

    /** Throws IllegalArgumentException if a parameter of the method has one. */
    static void check(Method method) {
        AnnotatedType[] parameters = method.getAnnotatedParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            Class<?> type = find(parameters[i]);
            if (type != null) {
                throw new IllegalArgumentException(
                        "parameter %d: a constraint cannot stand inside %s<…>; put it on a component of %2$s"
                                .formatted(i + 1, type.getSimpleName()));
            }
        }
    }

    /** Whether another handler of the same class has one. */
    static boolean othersOfItsClass(Method method) {
        return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(other -> other.isAnnotationPresent(OnEvent.class))
                .flatMap(other -> Arrays.stream(other.getAnnotatedParameterTypes()))
                .anyMatch(parameter -> find(parameter) != null);
    }

    /** The plugin's type that it stands inside of; null if there is none. */
    private static Class<?> find(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return null;
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        if (!RecordShape.isLeaf(raw)
                && Arrays.stream(arguments).anyMatch(a -> a.getAnnotations().length > 0)) {
            return raw;
        }
        return Arrays.stream(arguments)
                .map(InsideOwnTypes::find)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
