package io.fastsocket.registry.binding;

import com.fasterxml.jackson.databind.JavaType;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.MethodDescriptor;

import org.hibernate.validator.HibernateValidator;

import java.lang.annotation.ElementType;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Jakarta Validation for one revision. Records are validated wherever they stand in a value,
 * whether or not {@code @Valid} says so; types without constraints are never looked at.
 */
final class Validation implements AutoCloseable {

    private final ClassLoader loader;
    private final ConcurrentMap<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();
    private ValidatorFactory factory;
    private Validator validator;

    Validation(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Whether a value of a type can violate anything at all. Throws IllegalArgumentException if the
     * type, or what it may hold, is constrained so that no value can be held against it.
     */
    boolean mayViolate(JavaType type) {
        try {
            boolean may = RecordShape.mayHold(type.getRawClass(), type, this);
            if (may) {
                new ConstraintDeclarations(validator()).check(type);
            }
            return may;
        } catch (ValidationException e) {
            throw ConstraintDeclarations.wrong(e);
        }
    }

    boolean isConstrained(Class<?> type) {
        return validator().getConstraintsForClass(type).isBeanConstrained();
    }

    QuickCheck quick(Class<?> type) {
        return QuickCheck.of(type, validator().getConstraintsForClass(type));
    }

    MethodConstraints constraints(Object handler, Method method) {
        if (!Annotations.constrained(method)) {
            return null;
        }
        if (!new ConstraintDeclarations(validator()).check(handler, method)) {
            return null;
        }
        BeanDescriptor bean = validator().getConstraintsForClass(method.getDeclaringClass());
        MethodDescriptor found =
                bean.getConstraintsForMethod(method.getName(), method.getParameterTypes());
        return found == null ? null : new MethodConstraints(validator(), method);
    }

    void validate(Object value, Problems problems) {
        walk(value, "", problems, Set.of());
    }

    /** Validates what could be bound, leaving out what is known to be wrong already. */
    void validateAround(Object value, Problems problems) {
        walk(value, "", problems, problems.paths());
    }

    private void walk(Object value, String path, Problems problems, Set<String> known) {
        switch (value) {
            case null -> {}
            case Optional<?> optional -> walk(optional.orElse(null), path, problems, known);
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    walk(entry.getValue(), path + "[" + entry.getKey() + "]", problems, known);
                }
            }
            case Collection<?> collection -> {
                int i = 0;
                for (Object element : collection) {
                    walk(element, path + "[" + i++ + "]", problems, known);
                }
            }
            case Object[] array -> {
                for (int i = 0; i < array.length; i++) {
                    walk(array[i], path + "[" + i + "]", problems, known);
                }
            }
            default -> bean(value, path, problems, known);
        }
    }

    private void bean(Object value, String path, Problems problems, Set<String> known) {
        RecordShape shape = shapes.computeIfAbsent(value.getClass(), t -> RecordShape.of(t, this));
        if (shape.constrained() && !shape.quick().passes(value)) {
            for (ConstraintViolation<?> violation : inOrder(validator().validate(value))) {
                String at = Problems.join(path, Paths.of(violation.getPropertyPath().iterator()));
                if (!known.contains(Problems.join(problems.prefix(), at))) {
                    problems.add(at, violation.getMessage());
                }
            }
        }
        for (RecordShape.Member member : shape.members()) {
            walk(member.of(value), Problems.join(path, member.name()), problems, known);
        }
    }

    /** The same each time, so that of too many the same are kept. */
    static <T> List<ConstraintViolation<T>> inOrder(Set<ConstraintViolation<T>> violations) {
        return violations.stream()
                .sorted(
                        Comparator.comparing(
                                        (ConstraintViolation<T> v) ->
                                                v.getPropertyPath().toString())
                                .thenComparing(ConstraintViolation::getMessage))
                .toList();
    }

    /** Made when the first type with members is met: plugins without any need none. */
    private synchronized Validator validator() {
        if (validator == null) {
            factory =
                    jakarta.validation.Validation.byProvider(HibernateValidator.class)
                            .providerResolver(() -> List.of(new HibernateValidator()))
                            .configure()
                            .ignoreXmlConfiguration()
                            .externalClassLoader(loader)
                            .traversableResolver(new Everything())
                            .constraintValidatorFactory(new AccessibleConstraintValidators())
                            .messageInterpolator(new EnglishMessages())
                            .buildValidatorFactory();
            validator = factory.getValidator();
        }
        return validator;
    }

    @Override
    public synchronized void close() {
        shapes.clear();
        if (factory != null) {
            factory.close();
        }
    }

    /** The default one looks for Jakarta Persistence by the thread's class loader. */
    private static final class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(
                Object object, Path.Node node, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object object, Path.Node node, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
