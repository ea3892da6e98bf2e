package io.fastsocket.registry.binding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
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

import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** What is quickly seen to be valid is valid, and what is usual is seen. */
class QuickCheckTest {

    private static final int VALUES = 20_000;

    private static final List<String> TEXTS =
            List.of(
                    "", " ", "\t", "\u0001", "\u2003", "\u00a0", "a", " a", "EUR", "eur", "EURO",
                    "\n");

    private static final ValidatorFactory FACTORY =
            jakarta.validation.Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory();

    record All(
            @NotBlank @Size(max = 3) String name,
            @NotEmpty @Pattern(regexp = "[A-Z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
                    String code,
            @Min(-1) @Max(1) int near,
            @Positive Long above,
            @PositiveOrZero short notBelow,
            @Negative Integer below,
            @NegativeOrZero byte notAbove,
            @NotNull @Size(min = 1, max = 2) List<String> some,
            @Size(max = 1) Map<String, String> few) {}

    record Free(String anything, @NotNull Integer one) {}

    record OwnAccessor(@NotBlank String text) {

        @Override
        public String text() {
            return "not what it holds";
        }
    }

    record Opened(@NotNull OptionalInt number) {}

    record Mail(@NotBlank @Email String address) {}

    record Fraction(@Min(1) double value) {}

    record Cascaded(@NotNull @Valid Free inner) {}

    record Elements(@Size(max = 3) List<@NotBlank String> texts) {}

    record Grouped(@NotNull(groups = Later.class) String text) {}

    interface Later {}

    @Whole
    record Own(@NotNull String text) {}

    @Constraint(validatedBy = Whole.Never.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Whole {

        String message() default "is never right";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Never implements ConstraintValidator<Whole, Own> {

            @Override
            public boolean isValid(Own value, ConstraintValidatorContext context) {
                return false;
            }
        }
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    private static QuickCheck of(Class<?> type) {
        return QuickCheck.of(type, FACTORY.getValidator().getConstraintsForClass(type));
    }

    @Test
    void whatItSeesToBeValidIsSoForTheValidatorToo() {
        Random random = new Random(42);
        Validator validator = FACTORY.getValidator();
        QuickCheck quick = of(All.class);
        int seen = 0;
        for (int i = 0; i < VALUES; i++) {
            All value = all(random);
            boolean valid = validator.validate(value).isEmpty();
            if (quick.passes(value)) {
                seen++;
                assertThat(valid).as("%s", value).isTrue();
            } else if (valid) {
                char first = value.name().charAt(0);
                assertThat(first <= ' ' || Character.isWhitespace(first)).as("%s", value).isTrue();
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    /** Mostly of valid values, or nearly all would be invalid by one of them. */
    private static All all(Random random) {
        return new All(
                text(random, "abc"),
                text(random, "Eur"),
                random.nextInt(8) == 0 ? random.nextInt(5) - 2 : 1,
                random.nextInt(8) == 0 ? null : Long.valueOf(random.nextInt(40) - 1),
                (short) (random.nextInt(40) - 1),
                random.nextInt(8) == 0 ? null : Integer.valueOf(1 - random.nextInt(40)),
                (byte) (1 - random.nextInt(40)),
                random.nextInt(8) == 0 ? null : Collections.nCopies(random.nextInt(4), ""),
                random.nextInt(8) == 0 ? Map.of("a", "b", "c", "d") : Map.of());
    }

    private static String text(Random random, String valid) {
        return switch (random.nextInt(4)) {
            case 0 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 1 -> random.nextBoolean() ? null : valid + valid;
            default -> valid;
        };
    }

    @Test
    void componentsWithoutConstraintsAreNotLookedAt() {
        assertThat(of(Free.class).passes(new Free(null, 1))).isTrue();
        assertThat(of(Free.class).passes(new Free("text", null))).isFalse();
    }

    @Test
    void itReadsWhatTheRecordHoldsAsTheValidatorDoes() {
        assertThat(of(OwnAccessor.class).passes(new OwnAccessor(""))).isFalse();
        assertThat(FACTORY.getValidator().validate(new OwnAccessor(""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Mail.class,
                Opened.class,
                Fraction.class,
                Cascaded.class,
                Elements.class,
                Grouped.class,
                Own.class,
                ArrayList.class
            })
    void whatItDoesNotKnowIsLeftToTheValidator(Class<?> type) {
        assertThat(of(type)).isSameAs(QuickCheck.NONE);
    }

    @Test
    void whatIsLeftToTheValidatorIsNeverSeenToBeValid() {
        assertThat(QuickCheck.NONE.passes(new Own("text"))).isFalse();
    }
}
