package io.fastsocket.registry.binding;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What validation needs to know of one class.
 *
 * @param constrained whether it has constraints itself
 * @param quick sees most of what is valid by these
 * @param members the record components below which there may be more
 */
record RecordShape(boolean constrained, QuickCheck quick, List<Member> members) {

    /**
     * One record component.
     *
     * @param name its name
     * @param accessor from the record to the value, both as Object
     */
    record Member(String name, MethodHandle accessor) {

        Object of(Object value) {
            try {
                return accessor.invokeExact(value);
            } catch (Throwable e) {
                throw new IllegalStateException("accessor " + name + " failed", e);
            }
        }
    }

    static RecordShape of(Class<?> type, Validation validation) {
        if (isLeaf(type)) {
            return new RecordShape(false, QuickCheck.NONE, List.of());
        }
        List<Member> members = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (mayHold(component.getGenericType(), validation, new HashSet<>())) {
                    members.add(member(component.getName(), component.getAccessor()));
                }
            }
        }
        return new RecordShape(validation.isConstrained(type), validation.quick(type), members);
    }

    private static Member member(String name, Method accessor) {
        try {
            accessor.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(accessor);
            return new Member(
                    name, handle.asType(MethodType.methodType(Object.class, Object.class)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("accessor " + accessor + " cannot be reached", e);
        }
    }

    static boolean mayHold(Class<?> raw, JavaType type, Validation validation) {
        if (mayHold(raw, validation, new HashSet<>())) {
            return true;
        }
        for (JavaType argument : type.getBindings().getTypeParameters()) {
            if (mayHold(argument.getRawClass(), argument, validation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(Type type, Validation validation, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case Class<?> raw -> mayHold(raw, validation, seen);
            case ParameterizedType parameterized ->
                    mayHold(parameterized.getRawType(), validation, seen)
                            || any(parameterized.getActualTypeArguments(), validation, seen);
            case GenericArrayType array ->
                    mayHold(array.getGenericComponentType(), validation, seen);
            case WildcardType wildcard -> any(wildcard.getUpperBounds(), validation, seen);
            // A type variable can stand for anything.
            default -> true;
        };
    }

    private static boolean any(Type[] types, Validation validation, Set<Type> seen) {
        return Arrays.stream(types).anyMatch(t -> mayHold(t, validation, seen));
    }

    private static boolean mayHold(Class<?> raw, Validation validation, Set<Type> seen) {
        if (raw.isArray()) {
            return mayHold(raw.getComponentType(), validation, seen);
        }
        if (isLeaf(raw)) {
            return false;
        }
        if (raw.isSealed()) {
            return any(raw.getPermittedSubclasses(), validation, seen);
        }
        // Annotations may say what else is bound to it.
        if (Modifier.isAbstract(raw.getModifiers())
                || raw.isAnnotationPresent(JsonTypeInfo.class)) {
            return true;
        }
        if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                if (mayHold(component.getGenericType(), validation, seen)) {
                    return true;
                }
            }
        }
        return validation.isConstrained(raw);
    }

    static boolean isLeaf(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.getName().startsWith("java.")
                || type.getName().startsWith("io.fastsocket.api.");
    }
}
