package io.fastsocket.asyncapi.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fastsocket.api.Json;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

class TypeSchemasTest {

    enum Color {
        RED,
        GREEN
    }

    sealed interface Shape {}

    record Circle(@Positive double radius) implements Shape {}

    record Square(@Positive double side) implements Shape {}

    interface Later {}

    record Texts(
            @NotBlank @Size(max = 40) String blank,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String code,
            @Pattern(regexp = "(?i)java") String javaOnly,
            @Email String mail,
            @Size(min = 2, groups = Later.class) String later,
            Optional<@NotEmpty String> maybe) {}

    record Nonsense(
            @DecimalMin("abc") @DecimalMax("") int number,
            @Pattern(regexp = "[a") @Size(max = -1) String text) {}

    record Numbers(
            int count,
            @Min(1) @Max(10) long few,
            @DecimalMin(value = "0", inclusive = false) @DecimalMax("9.5") BigDecimal price,
            @Digits(integer = 3, fraction = 2) BigDecimal digits,
            OptionalInt maybe) {}

    record Tree(Color color, List<@NotNull Tree> children, Map<@NotBlank String, Integer> sizes) {}

    record Page<T>(@NotEmpty List<T> items, T first) {}

    record All(
            Texts texts,
            Shape shape,
            Page<Circle> page,
            byte[] data,
            UUID id,
            Instant at,
            Json raw) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Transfer.class, name = "transfer")
    })
    interface Payment {}

    record Card(@NotNull String lastDigits) implements Payment {}

    record Transfer(@NotNull String iban) implements Payment {}

    /** Its records have the names that Jackson gives them. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Animal {}

    record Cat(int lives) implements Animal {}

    record Dog(Animal friend) implements Animal {}

    sealed interface Found {}

    record ByName(@NotNull String query, String name) implements Found {}

    record ByPlace(@NotNull String query, String street, String town) implements Found {}

    record Anything() implements Found {}

    @Size(max = 3)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @interface Brief {
        @OverridesAttribute(constraint = Size.class, name = "max")
        int most();

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    record Odd(
            @AssertTrue Boolean yes,
            @Null String nothing,
            @Size(max = 3) String[] words,
            @Min(1) OptionalInt maybe,
            @NotNull OptionalLong sure,
            @Brief(most = 9) String overridden) {}

    private final TypeSchemas types = new TypeSchemas();

    @Test
    void textsHaveTheirConstraints() {
        assertSchema(
                Texts.class,
                """
                {"type":"object","required":["blank","code","maybe"],"properties":{
                 "blank":{"type":"string","minLength":1,"pattern":"[^\\\\t-\\\\r\\\\x1c-\\\\x20\\\\u1680\\\\u2000-\\\\u2006\\\\u2008-\\\\u200a\\\\u2028\\\\u2029\\\\u205f\\\\u3000]","maxLength":40},
                 "code":{"type":"string","pattern":"^(?:[A-Z]{3})$"},
                 "javaOnly":{"type":["string","null"]},
                 "mail":{"type":["string","null"],"format":"email"},
                 "later":{"type":["string","null"]},
                 "maybe":{"type":"string","minLength":1}}}
                """);
    }

    @Test
    void constraintsThatMakeNoSenseSayNothing() {
        assertSchema(
                Nonsense.class,
                """
                {"type":"object","required":["number"],"properties":{
                 "number":{"type":"integer","format":"int32","minimum":-2147483648,"maximum":2147483647},
                 "text":{"type":["string","null"]}}}
                """);
    }

    @Test
    void numbersHaveTheNarrowestBounds() {
        assertSchema(
                Numbers.class,
                """
                {"type":"object","required":["count","few"],"properties":{
                 "count":{"type":"integer","format":"int32","minimum":-2147483648,"maximum":2147483647},
                 "few":{"type":"integer","format":"int64","minimum":1,"maximum":10},
                 "price":{"type":["number","null"],"exclusiveMinimum":0,"maximum":9.5},
                 "digits":{"type":["number","null"],"exclusiveMinimum":-1000,"exclusiveMaximum":1000,
                  "multipleOf":0.01},
                 "maybe":{"type":["integer","null"],"format":"int32","minimum":-2147483648,
                  "maximum":2147483647}}}
                """);
    }

    @Test
    void recordsMayContainThemselves() {
        assertSchema(
                Tree.class,
                """
                {"type":"object","properties":{
                 "color":{"type":["string","null"],"enum":["RED","GREEN",null]},
                 "children":{"type":["array","null"],"items":{"$ref":"#/components/schemas/Tree"}},
                 "sizes":{"type":["object","null"],
                  "propertyNames":{"type":"string","minLength":1,"pattern":"[^\\\\t-\\\\r\\\\x1c-\\\\x20\\\\u1680\\\\u2000-\\\\u2006\\\\u2008-\\\\u200a\\\\u2028\\\\u2029\\\\u205f\\\\u3000]"},
                  "additionalProperties":{"type":["integer","null"],"format":"int32",
                   "minimum":-2147483648,"maximum":2147483647}}}}
                """);
    }

    @Test
    void sealedAndGenericTypesAndWhatJsonHasNoFormFor() {
        assertSchema(
                All.class,
                """
                {"type":"object","properties":{
                 "texts":{"anyOf":[{"$ref":"#/components/schemas/Texts"},{"type":"null"}]},
                 "shape":{"anyOf":[{"$ref":"#/components/schemas/Shape"},{"type":"null"}]},
                 "page":{"type":["object","null"],"required":["items"],"properties":{
                  "items":{"type":"array","items":{"anyOf":[{"$ref":"#/components/schemas/Circle"},
                   {"type":"null"}]},"minItems":1},
                  "first":{"anyOf":[{"$ref":"#/components/schemas/Circle"},{"type":"null"}]}}},
                 "data":{"type":["string","null"],"format":"binary"},
                 "id":{"type":["string","null"],"format":"uuid"},
                 "at":{"type":["string","null"],"format":"date-time"},
                 "raw":{}}}
                """);
        assertThat(types.schemas().path("Shape"))
                .hasToString(
                        json(
                                """
                                {"anyOf":[{"$ref":"#/components/schemas/Circle"},
                                 {"$ref":"#/components/schemas/Square"}]}
                                """));
    }

    @Test
    void whatSaysOfItselfWhatItIsHasADiscriminator() {
        assertSchema(
                Payment.class,
                """
                {"type":"object","required":["kind"],
                 "properties":{"kind":{"type":"string","enum":["card","transfer"]}},
                 "discriminator":"kind",
                 "oneOf":[{"$ref":"#/components/schemas/Card"},
                  {"$ref":"#/components/schemas/Transfer"}]}
                """);
        assertThat(types.schemas().path("Card"))
                .hasToString(
                        json(
                                """
                                {"type":"object","required":["kind","lastDigits"],"properties":{
                                 "kind":{"type":"string","const":"card"},
                                 "lastDigits":{"type":"string"}}}
                                """));
        assertThat(types.of(Card.class).path("$ref").asText())
                .as("by itself Jackson knows it by another name")
                .isEqualTo("#/components/schemas/TypeSchemasTest.Card");
    }

    @Test
    void sealedTypesMaySayWhatTheyAreToo() {
        assertSchema(
                Animal.class,
                """
                {"type":"object","required":["@type"],
                 "properties":{"@type":{"type":"string","enum":["Cat","Dog"]}},
                 "discriminator":"@type",
                 "oneOf":[{"$ref":"#/components/schemas/Cat"},
                  {"$ref":"#/components/schemas/Dog"}]}
                """);
        assertThat(types.schemas().path("Dog").path("properties"))
                .hasToString(
                        json(
                                """
                                {"@type":{"type":"string","const":"Dog"},"friend":{"anyOf":[
                                 {"$ref":"#/components/schemas/Animal"},{"type":"null"}]}}
                                """));
        assertThat(types.of(Cat.class).path("$ref").asText()).isEqualTo("#/components/schemas/Cat");
    }

    @Test
    void ofTypesToldApartByMembersOneThatTellsHasToBeThere() {
        assertSchema(
                Found.class,
                """
                {"anyOf":[
                 {"allOf":[{"$ref":"#/components/schemas/ByName"},
                  {"anyOf":[{"required":["name"]}]}]},
                 {"allOf":[{"$ref":"#/components/schemas/ByPlace"},
                  {"anyOf":[{"required":["street"]},{"required":["town"]}]}]},
                 {"allOf":[{"$ref":"#/components/schemas/Anything"},
                  {"type":"object","maxProperties":0}]}]}
                """);
    }

    @Test
    void constraintsHoldForWhatTheyAreMeantFor() {
        assertSchema(
                Odd.class,
                """
                {"type":"object","required":["sure"],"properties":{
                 "yes":{"type":["boolean","null"],"enum":[true,null]},
                 "nothing":{"type":"null"},
                 "words":{"type":["array","null"],"items":{"type":["string","null"]},"maxItems":3},
                 "maybe":{"type":["integer","null"],"format":"int32","maximum":2147483647,
                  "minimum":1},
                 "sure":{"type":"integer","format":"int64","minimum":-9223372036854775808,
                  "maximum":9223372036854775807},
                 "overridden":{"type":["string","null"]}}}
                """);
    }

    @SuppressWarnings("unused") // looked at
    static void arguments(
            @Size(max = 3) String name, Optional<Integer> times, Color color, Json... rest) {}

    @Test
    void severalArgumentsAreATuple() {
        Method method =
                Arrays.stream(TypeSchemasTest.class.getDeclaredMethods())
                        .filter(m -> m.getName().equals("arguments"))
                        .findFirst()
                        .orElseThrow();
        Messages messages = new Messages(types);
        assertThat(messages.received(List.of(method.getParameters())))
                .hasToString(
                        json(
                                """
                                {"type":"array","x-socketio-args":true,"items":[
                                 {"type":"string","maxLength":3},
                                 {"type":["integer","null"],"format":"int32",
                                  "minimum":-2147483648,"maximum":2147483647},
                                 {"type":"string","enum":["RED","GREEN"]}],
                                 "minItems":3,"additionalItems":true}
                                """));
        assertThat(messages.received(List.of(method.getParameters()[0])))
                .hasToString(json("{\"type\":\"string\",\"maxLength\":3}"));
        assertThat(messages.received(List.of()))
                .hasToString(json("{\"type\":\"array\",\"x-socketio-args\":true,\"maxItems\":0}"));
    }

    private void assertSchema(Class<?> type, String expected) {
        assertThat(types.of(type).path("$ref").asText())
                .isEqualTo("#/components/schemas/" + type.getSimpleName());
        assertThat(types.schemas().path(type.getSimpleName())).hasToString(json(expected));
    }

    private static String json(String text) {
        try {
            return new ObjectMapper().readTree(text).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
