package io.fastsocket.registry.binding;

import jakarta.validation.MessageInterpolator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import java.util.Locale;
import java.util.Set;

/**
 * What is said of violations: English whatever the locale. Two of the provider's messages have
 * expressions in them, which would be shown as they are, with a warning in the log each time.
 */
final class EnglishMessages implements MessageInterpolator {

    private final MessageInterpolator messages =
            new ParameterMessageInterpolator(
                    Set.of(Locale.ROOT), Locale.ROOT, context -> Locale.ROOT, false);

    @Override
    public String interpolate(String template, Context context) {
        return messages.interpolate(plain(template, context), context);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }

    private static String plain(String template, Context context) {
        return switch (template) {
            case "{jakarta.validation.constraints.DecimalMin.message}" ->
                    "must be greater than " + orEqual(context) + "{value}";
            case "{jakarta.validation.constraints.DecimalMax.message}" ->
                    "must be less than " + orEqual(context) + "{value}";
            default -> template;
        };
    }

    private static String orEqual(Context context) {
        Object inclusive = context.getConstraintDescriptor().getAttributes().get("inclusive");
        return Boolean.TRUE.equals(inclusive) ? "or equal to " : "";
    }
}
