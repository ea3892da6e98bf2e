package io.fastsocket.asyncapi.derive;

import jakarta.validation.Constraint;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The constraints of Jakarta Validation that always hold at a place. */
final class Constraints {

    private static final String OWN = "jakarta.validation.constraints.";

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
        for (Annotation annotation : place.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getName().startsWith(OWN)) {
                each(annotation).stream().filter(Constraints::always).forEach(found::add);
            } else if (depth < DEPTH
                    && type.isAnnotationPresent(Constraint.class)
                    && always(annotation)) {
                collect(type, found, depth + 1);
            }
        }
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
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation + " has no " + name, e);
        }
    }
}
