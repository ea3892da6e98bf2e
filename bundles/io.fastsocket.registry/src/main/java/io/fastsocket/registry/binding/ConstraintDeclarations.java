package io.fastsocket.registry.binding;

import com.fasterxml.jackson.databind.JavaType;

import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.metadata.PropertyDescriptor;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Finds constraints that no value can be held against, such as {@code @Email} on a number. A
 * validator meets them with the first value only, so it is given one: null, which constraints take
 * as valid (Jakarta Validation 3.1, section 3.4), or one null in a container.
 */
final class ConstraintDeclarations {

    /** Hibernate Validator's number for a constraint inside a type that is no container to it. */
    private static final String NO_EXTRACTOR = "HV000197";

    /**
     * And for a {@code ConstraintValidator} whose isValid throws, which it may do for null alone.
     */
    private static final String FAILED_ON_NULL = "HV000028";

    /** And for one whose initialize throws, since what the constraint says makes no sense. */
    private static final String NOT_INITIALIZED = "HV000032";

    private final Validator validator;
    private final Set<Class<?>> seen = new HashSet<>();

    ConstraintDeclarations(Validator validator) {
        this.validator = validator;
    }

    /** Throws IllegalArgumentException with what is wrong, of a type or of what it may hold. */
    void check(JavaType type) {
        checkClass(type.getRawClass());
        type.getBindings().getTypeParameters().forEach(this::check);
    }

    /**
     * The same of what stands on a method's parameters.
     *
     * @return whether it can be held against; false if another handler of the class, which says so
     *     itself, keeps the validator from all of it
     */
    boolean check(Object handler, Method method) {
        Object[] values = Arrays.stream(method.getParameterTypes()).map(this::sample).toArray();
        try {
            attempt(() -> validator.forExecutables().validateParameters(handler, method, values));
            return true;
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().startsWith(NO_EXTRACTOR)) {
                throw e;
            }
            InsideOwnTypes.check(method);
            if (!InsideOwnTypes.othersOfItsClass(method)) {
                throw e;
            }
            return false;
        }
    }

    private void check(Type type) {
        switch (type) {
            case Class<?> raw -> checkClass(raw);
            case ParameterizedType parameterized -> {
                check(parameterized.getRawType());
                Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::check);
            }
            case GenericArrayType array -> check(array.getGenericComponentType());
            case WildcardType wildcard ->
                    Arrays.stream(wildcard.getUpperBounds()).forEach(this::check);
            // What a type variable stands for is checked where that is said.
            default -> {}
        }
    }

    private void checkClass(Class<?> type) {
        if (type.isArray()) {
            checkClass(type.getComponentType());
            return;
        }
        if (RecordShape.isLeaf(type) || !seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::checkClass);
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                check(component.getGenericType());
            }
        }
        attempt(() -> checkMembers(type));
    }

    private void checkMembers(Class<?> type) {
        for (PropertyDescriptor property :
                validator.getConstraintsForClass(type).getConstrainedProperties()) {
            Object value = sample(property.getElementClass());
            validator.validateValue(type, property.getPropertyName(), value);
        }
    }

    private Object sample(Class<?> type) {
        if (Iterable.class.isAssignableFrom(type) && type.isAssignableFrom(List.class)) {
            return Collections.singletonList(null);
        }
        if (type == Set.class) {
            return Collections.singleton(null);
        }
        if (type == Map.class) {
            return Collections.singletonMap(null, null);
        }
        return type == Optional.class ? Optional.empty() : null;
    }

    /** Runs a validation, and throws IllegalArgumentException if it can never work. */
    private static void attempt(Runnable validation) {
        try {
            validation.run();
        } catch (ValidationException e) {
            if (!String.valueOf(e.getMessage()).startsWith(FAILED_ON_NULL)) {
                throw wrong(e);
            }
        } catch (RuntimeException e) {
            // Other code of the plugin's own that null is too much for: it runs with real values,
            // and what it says of those will be seen then.
            return;
        }
    }

    /** What a validator says of declarations, for whoever has written them. */
    static IllegalArgumentException wrong(ValidationException e) {
        return new IllegalArgumentException(reason(e), e);
    }

    /** What of a constraint cannot be used is said by the causes. */
    private static String reason(ValidationException e) {
        if (!String.valueOf(e.getMessage()).startsWith(NOT_INITIALIZED)) {
            return String.valueOf(e.getMessage());
        }
        StringJoiner reasons = new StringJoiner(" ", "a constraint cannot be used: ", "");
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            reasons.add(String.valueOf(cause.getMessage()));
        }
        return reasons.toString();
    }
}
