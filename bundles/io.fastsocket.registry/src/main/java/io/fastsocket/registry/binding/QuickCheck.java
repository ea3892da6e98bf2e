package io.fastsocket.registry.binding;

import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sees that a record is valid in a quarter of the time that a validator takes, which was a fifth of
 * all that an event cost (distribution/docs/performance.md). It never judges a record invalid: what
 * it does not see to be valid, and records with constraints that it does not know, are the
 * validator's.
 */
final class QuickCheck {

    /** Sees nothing to be valid. */
    static final QuickCheck NONE = new QuickCheck(null);

    private final Part[] parts;

    private QuickCheck(Part[] parts) {
        this.parts = parts;
    }

    /**
     * A component and what is asked of it.
     *
     * @param field from the record to the component's value, both as Object
     * @param constraints each says whether a value, which may be null, satisfies it
     */
    private record Part(MethodHandle field, List<Predicate<Object>> constraints) {

        boolean isValid(Object bean) {
            try {
                Object value = field.invokeExact(bean);
                for (int i = 0; i < constraints.size(); i++) {
                    if (!constraints.get(i).test(value)) {
                        return false;
                    }
                }
                return true;
            } catch (Throwable e) {
                throw new IllegalStateException("a record's field cannot be read", e);
            }
        }
    }

    /** Makes one for a type; {@link #NONE} if its constraints are not all known. */
    static QuickCheck of(Class<?> type, BeanDescriptor bean) {
        if (!type.isRecord() || !bean.getConstraintDescriptors().isEmpty()) {
            return NONE;
        }
        List<Part> parts = new ArrayList<>();
        for (PropertyDescriptor property : bean.getConstrainedProperties()) {
            List<Predicate<Object>> constraints = constraints(property);
            if (constraints == null) {
                return NONE;
            }
            parts.add(new Part(field(type, property.getPropertyName()), constraints));
        }
        return new QuickCheck(parts.toArray(Part[]::new));
    }

    /** Whether a value of the type is seen to be valid. */
    boolean passes(Object value) {
        if (parts == null) {
            return false;
        }
        for (Part part : parts) {
            if (!part.isValid(value)) {
                return false;
            }
        }
        return true;
    }

    /** All of a component's, or null if one of them is not known. */
    private static List<Predicate<Object>> constraints(PropertyDescriptor property) {
        if (property.isCascaded() || !property.getConstrainedContainerElementTypes().isEmpty()) {
            return null;
        }
        List<Predicate<Object>> known = new ArrayList<>();
        for (ConstraintDescriptor<?> constraint : property.getConstraintDescriptors()) {
            Predicate<Object> one = QuickConstraints.of(constraint, property.getElementClass());
            if (one == null) {
                return null;
            }
            known.add(one);
        }
        return List.copyOf(known);
    }

    /** The field, since it is what the validator reads; an accessor may have a body of its own. */
    private static MethodHandle field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + "." + name + " cannot be read", e);
        }
    }
}
