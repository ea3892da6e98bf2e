package io.fastsocket.asyncapi.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.fastsocket.api.Json;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final TypeSchemas types = new TypeSchemas();

    @Test
    void textsHaveTheirConstraints() {
        assertSchema(
                Texts.class,
                """
                {"type":"object","required":["blank","code"],"properties":{
                 "blank":{"type":"string","minLength":1,"pattern":"[^\\\\x00-\\\\x20]","maxLength":40},
                 "code":{"type":"string","pattern":"^(?:[A-Z]{3})$"},
                 "javaOnly":{"type":["string","null"]},
                 "mail":{"type":["string","null"],"format":"email"},
                 "later":{"type":["string","null"]},
                 "maybe":{"type":["string","null"],"minLength":1}}}
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
                  "propertyNames":{"type":"string","minLength":1,"pattern":"[^\\\\x00-\\\\x20]"},
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
