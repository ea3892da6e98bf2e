package io.fastsocket.registry.binding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ValidateUnwrappedValue;

import org.hibernate.validator.HibernateValidator;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The constraints that records have most, as Jakarta Validation 3.1 (section 8, "Built-in
 * Constraint definitions") defines them, on the types that they stand on most.
 */
final class QuickConstraints {

    private static final Set<Class<?>> INTEGERS =
            Set.of(
                    byte.class,
                    Byte.class,
                    short.class,
                    Short.class,
                    int.class,
                    Integer.class,
                    long.class,
                    Long.class);

    /** Constraints on these are those of the number within, which may be missing. */
    private static final Set<Class<?>> OPENED =
            Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private QuickConstraints() {}

    /**
     * One constraint.
     *
     * @param constraint as the validator has found it
     * @param type of the values that it stands on
     * @return whether a value satisfies it, null if this is not known here
     */
    static Predicate<Object> of(ConstraintDescriptor<?> constraint, Class<?> type) {
        if (!isPlain(constraint)) {
            return null;
        }
        Annotation what = constraint.getAnnotation();
        if (what instanceof NotNull) {
            return OPENED.contains(type) ? null : value -> value != null;
        }
        if (INTEGERS.contains(type)) {
            LongPredicate holds = ofInteger(what);
            return holds == null
                    ? null
                    : value -> value == null || holds.test(((Number) value).longValue());
        }
        return type == String.class ? ofString(what) : ofContainer(what, type);
    }

    /** Whether nothing about it is out of the ordinary, its validator included. */
    private static boolean isPlain(ConstraintDescriptor<?> constraint) {
        ClassLoader validators = HibernateValidator.class.getClassLoader();
        return constraint.getGroups().equals(Set.of(Default.class))
                && constraint.getComposingConstraints().isEmpty()
                && constraint.getValueUnwrapping() == ValidateUnwrappedValue.DEFAULT
                && constraint.getConstraintValidatorClasses().stream()
                        .allMatch(validator -> validators.equals(validator.getClassLoader()));
    }

    private static LongPredicate ofInteger(Annotation what) {
        return switch (what) {
            case Min min -> {
                long least = min.value();
                yield value -> value >= least;
            }
            case Max max -> {
                long most = max.value();
                yield value -> value <= most;
            }
            case Positive positive -> value -> value > 0;
            case PositiveOrZero notNegative -> value -> value >= 0;
            case Negative negative -> value -> value < 0;
            case NegativeOrZero notPositive -> value -> value <= 0;
            default -> null;
        };
    }

    private static Predicate<Object> ofString(Annotation what) {
        return switch (what) {
            case NotBlank notBlank -> value -> value instanceof String text && beginsVisibly(text);
            case NotEmpty notEmpty -> value -> value instanceof String text && !text.isEmpty();
            case Size size -> ofSize(size, value -> ((String) value).length());
            case Pattern pattern -> ofPattern(pattern);
            default -> null;
        };
    }

    /** Any notion of blank has such a text not blank; the others are the validator's to judge. */
    private static boolean beginsVisibly(String text) {
        return !text.isEmpty() && text.charAt(0) > ' ' && !Character.isWhitespace(text.charAt(0));
    }

    private static Predicate<Object> ofPattern(Pattern pattern) {
        int flags = Arrays.stream(pattern.flags()).mapToInt(Pattern.Flag::getValue).sum();
        var compiled = java.util.regex.Pattern.compile(pattern.regexp(), flags);
        return value -> value == null || compiled.matcher((String) value).matches();
    }

    private static Predicate<Object> ofSize(Size size, ToIntFunction<Object> length) {
        int min = size.min();
        int max = size.max();
        return value -> {
            if (value == null) {
                return true;
            }
            int found = length.applyAsInt(value);
            return found >= min && found <= max;
        };
    }

    private static Predicate<Object> ofContainer(Annotation what, Class<?> type) {
        if (!(what instanceof Size size)) {
            return null;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return ofSize(size, value -> ((Collection<?>) value).size());
        }
        return Map.class.isAssignableFrom(type)
                ? ofSize(size, value -> ((Map<?, ?>) value).size())
                : null;
    }
}
