package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.routing.Settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints that no value could ever be held against are told when the plugin comes. */
class WrongConstraintsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    record Person(@Email int age) {}

    record Tags(List<@Email Integer> tags) {}

    record Page<T>(List<T> items) {}

    record Below(Map<String, Person> people) {}

    sealed interface Shape permits Circle {}

    record Circle(@NotBlank double radius) implements Shape {}

    static class Bad implements EventHandlers {

        @OnEvent("a")
        void member(Person person) {}

        @OnEvent("b")
        void element(Tags tags) {}

        @OnEvent("c")
        void below(Below below) {}

        @OnEvent("d")
        void argument(Page<Person> page) {}

        @OnEvent("e")
        void sealed(List<Shape> shapes) {}

        @OnEvent("f")
        void parameter(@Size(min = 1) int number) {}

        @OnEvent("g")
        void elementOfParameter(List<@Email Integer> numbers) {}
    }

    /** A class of one's own is no container, unless it says how its elements are found. */
    static class Inside implements EventHandlers {

        @OnEvent("a")
        void typeArgument(Page<@NotBlank String> page) {}

        @OnEvent("b")
        void fine(@NotBlank String text) {}
    }

    record Endless<T>(T value, Endless<List<T>> next) {}

    static class Grows implements EventHandlers {

        @OnEvent("a")
        void endless(Endless<Integer> endless) {}
    }

    /** What a constraint says of itself. */
    static class Nonsense implements EventHandlers {

        @OnEvent("a")
        void pattern(@Pattern(regexp = "[a") String text) {}

        @OnEvent("b")
        void size(@Size(min = 5, max = 2) String text) {}

        @OnEvent("c")
        void number(@DecimalMin("abc") int number) {}

        @OnEvent("d")
        void digits(@Digits(integer = -1, fraction = 0) int number) {}

        @OnEvent("e")
        void validator(@Lucky int number) {}
    }

    @Constraint(validatedBy = Lucky.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Lucky {

        String message() default "must be lucky";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Nobody can make one. */
        class Check implements ConstraintValidator<Lucky, Integer> {

            private final int number;

            Check(int number) {
                this.number = number;
            }

            @Override
            public boolean isValid(Integer value, ConstraintValidatorContext context) {
                return value == number;
            }
        }
    }

    @Constraint(validatedBy = Even.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Even {

        String message() default "must be even";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Takes no null, against the rules; and is not public, as all else here. */
        class Check implements ConstraintValidator<Even, Integer> {

            @Override
            public boolean isValid(Integer value, ConstraintValidatorContext context) {
                return value % 2 == 0;
            }
        }
    }

    static class Good implements EventHandlers {

        record Tree(@NotBlank String name, List<@Valid Tree> children, @Even Integer number) {}

        @OnEvent("tree")
        void tree(Tree tree) {}

        record All(
                @NotBlank String name,
                @Min(1) Integer count,
                List<@Email String> to,
                Optional<@Size(max = 3) String> nick,
                Map<@NotBlank String, @Valid Page<String>> pages) {}

        @OnEvent("a")
        void member(All all) {}

        @OnEvent("b")
        void parameter(@NotBlank String text, List<@Positive Long> numbers, @Valid All all) {}
    }

    @Test
    void areTheirMethodsProblem() {
        assertThat(problems(new Bad()))
                .hasSize(7)
                .anyMatch(p -> p.startsWith("Bad.member: parameter 1") && p.contains("'age'"))
                .anyMatch(p -> p.startsWith("Bad.element: parameter 1") && p.contains("Email"))
                .anyMatch(p -> p.startsWith("Bad.below: parameter 1") && p.contains("'age'"))
                .anyMatch(p -> p.startsWith("Bad.argument: parameter 1") && p.contains("'age'"))
                .anyMatch(p -> p.startsWith("Bad.sealed: parameter 1") && p.contains("'radius'"))
                .anyMatch(p -> p.startsWith("Bad.parameter: ") && p.contains("Size"))
                .anyMatch(p -> p.startsWith("Bad.elementOfParameter: ") && p.contains("Email"));
    }

    @Test
    void insideATypeOfOnesOwnAreTheProblemOfThatMethodAlone() {
        assertThat(problems(new Inside()))
                .containsExactly(
                        "Inside.typeArgument: parameter 1: a constraint cannot stand inside Page<…>;"
                                + " put it on a component of Page");
    }

    @Test
    void thatMakeNoSenseAreTheirMethodsProblem() {
        assertThat(problems(new Nonsense()))
                .hasSize(5)
                .anyMatch(p -> p.startsWith("Nonsense.pattern: ") && p.contains("[a"))
                .anyMatch(p -> p.startsWith("Nonsense.size: ") && p.contains("length"))
                .anyMatch(p -> p.startsWith("Nonsense.number: ") && p.contains("abc"))
                .anyMatch(p -> p.startsWith("Nonsense.digits: "))
                .anyMatch(
                        p ->
                                p.startsWith("Nonsense.validator: ")
                                        && p.contains("a constructor without parameters"));
    }

    @Test
    void aTypeThatGrowsWithoutEndIsItsMethodsProblem() {
        assertThat(problems(new Grows()))
                .singleElement()
                .asString()
                .startsWith("Grows.endless: has a type that holds itself");
    }

    @Test
    void areNotSeenWhereAllIsWell() {
        assertThat(problems(new Good())).isEmpty();
    }

    private List<String> problems(EventHandlers handlers) {
        return Plugins.staged(registry, "plugin", handlers).revision.problems(null);
    }
}
