package io.fastsocket.asyncapi.derive;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The constraints of Jakarta Validation that always hold at a place. */
final class Constraints {

    private static final String OWN = "jakarta.validation.constraints.";

    private static final String COMPOSITION =
            "org.hibernate.validator.constraints.ConstraintComposition";

    /** A constraint may be made of others, and those of others; no further. */
    private static final int DEPTH = 4;

    private Constraints() {}

    /** Those in {@code jakarta.validation.constraints}, also within constraints made of them. */
    static List<Annotation> of(AnnotatedElement place) {
        List<Annotation> found = new ArrayList<>();
        collect(place, found, 0);
        return found;
    }

    private static void collect(AnnotatedElement place, List<Annotation> found, int depth) {
        Set<Class<?>> overridden = overridden(place);
        for (Annotation annotation : place.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (overridden.contains(type)) {
                continue;
            }
            if (type.getName().startsWith(OWN)) {
                each(annotation).stream().filter(Constraints::always).forEach(found::add);
            } else if (depth < DEPTH
                    && type.isAnnotationPresent(Constraint.class)
                    && always(annotation)
                    && !isAnyOf(type)) {
                collect(type, found, depth + 1);
            }
        }
    }

    /** Constraints whose values are said where the constraint that is made of them is used. */
    private static Set<Class<?>> overridden(AnnotatedElement place) {
        Set<Class<?>> overridden = new HashSet<>();
        if (place instanceof Class<?> type && type.isAnnotation()) {
            for (Method member : type.getDeclaredMethods()) {
                for (OverridesAttribute one :
                        member.getAnnotationsByType(OverridesAttribute.class)) {
                    overridden.add(one.constraint());
                }
            }
        }
        return overridden;
    }

    /** Hibernate Validator knows constraints of which one need hold, or none may. */
    private static boolean isAnyOf(Class<? extends Annotation> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(a -> a.annotationType().getName().equals(COMPOSITION));
    }

    /** A constraint that stands several times is wrapped into a list. */
    private static List<Annotation> each(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("List")
                ? List.of((Annotation[]) value(annotation, "value"))
                : List.of(annotation);
    }

    /** One of a group holds only when somebody asks for that group, which nobody does. */
    private static boolean always(Annotation constraint) {
        return ((Object[]) value(constraint, "groups")).length == 0;
    }

    private static Object value(Annotation annotation, String name) {
        try {
            Method member = annotation.annotationType().getMethod(name);
            // A plugin's own constraint need not be public.
            member.setAccessible(true);
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation + " has no " + name, e);
        }
    }
}
