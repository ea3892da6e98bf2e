package io.fastsocket.registry.binding;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ValidationException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes validators of any visibility: records and handlers of a plugin may have any, too. */
final class AccessibleConstraintValidators implements ConstraintValidatorFactory {

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new ValidationException(
                    "the constructor of " + type.getName() + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new ValidationException(
                    type.getName() + " cannot be made: it needs a constructor without parameters",
                    e);
        }
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {}
}
