package io.fastsocket.asyncapi.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.transport.Payload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class EnforcementTest {

    record Item(
            @NotNull @Pattern(regexp = "[a-z]+") @Size(max = 9) String name,
            @Min(1) @Max(9) int count,
            List<Item> parts) {}

    @SuppressWarnings("unused") // looked at
    static void handle(Item item, String note) {}

    private static final Parameter[] PARAMETERS = parameters();

    private final LiveModes modes = LiveModes.defaults();

    private static Parameter[] parameters() {
        return Arrays.stream(EnforcementTest.class.getDeclaredMethods())
                .filter(m -> m.getName().equals("handle"))
                .findFirst()
                .map(Method::getParameters)
                .orElseThrow();
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PayloadCheck received(String payload, String schemas, Parameter... parameters) {
        ObjectNode named =
                schemas.isEmpty()
                        ? new ObjectMapper().createObjectNode()
                        : (ObjectNode) yaml(schemas);
        return new Enforcement("a.plugin", "1", named, modes)
                .received(
                        new HandledEvent("/", "event", List.of(parameters), null, Map::of),
                        yaml(payload));
    }

    private static List<String> wrong(PayloadCheck check, String json) {
        return check.check(Payload.of(json)).stream()
                .map(detail -> detail.path() + " " + detail.message())
                .toList();
    }

    @Test
    void placesAreNamedAsForOtherViolations() {
        PayloadCheck check =
                received(
                        "{$ref: '#/components/schemas/Item'}",
                        """
                        Item:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string, pattern: '^[b-y]+$'}
                            parts: {type: array, items: {$ref: '#/components/schemas/Item'}}
                        """,
                        PARAMETERS[0]);
        assertThat(wrong(check, "{\"name\":\"b\"}")).isEmpty();
        assertThat(
                        wrong(
                                check,
                                "{\"name\":\"b\",\"parts\":[{\"name\":\"c\"},{\"name\":\"a\"},{}]}"))
                .containsExactlyInAnyOrder(
                        "parts[1].name \"a\" must match ^[b-y]+$", "parts[2].name is missing");
        assertThat(wrong(check, "")).containsExactly(" is missing");
        assertThat(check.violations()).isEqualTo(2);
    }

    @Test
    void severalArgumentsAreAnArray() {
        PayloadCheck check =
                received(
                        "{type: array, x-socketio-args: true, minItems: 2, items: [{type: object}, {enum: [hi]}]}",
                        "",
                        PARAMETERS);
        assertThat(wrong(check, "{},\"hi\"")).isEmpty();
        assertThat(wrong(check, "{},\"ho\"")).singleElement().asString().startsWith("[1] must be");
        assertThat(wrong(check, "{}")).singleElement().asString().contains("at least 2");
    }

    @Test
    void aBinaryIsATextOfItsLength() {
        PayloadCheck check =
                received("{type: string, format: binary, maxLength: 3}", "", PARAMETERS[1]);
        String placeholder = "{\"_placeholder\":true,\"num\":0}";
        for (int length : new int[] {3, 4}) {
            byte[] text = placeholder.getBytes(StandardCharsets.UTF_8);
            List<Detail> wrong =
                    check.check(new Payload(text, 0, text.length, List.of(new byte[length])));
            assertThat(wrong).hasSize(length - 3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {type: object, required: [name], properties: {name: {type: string, maxLength: 10}}}     | true
                    {type: object, properties: {name: {type: string, pattern: '^[a-z]+$'}}}                 | true
                    {type: object, properties: {count: {type: integer, minimum: 0, maximum: 9}}}            | true
                    {type: object, properties: {count: {type: number}}, description: x, x-y: 1}             | true
                    {type: object, properties: {name: {type: string, maxLength: 8}}}                        | false
                    {type: object, properties: {count: {type: integer, minimum: 2}}}                        | false
                    {type: object, required: [parts]}                                                       | false
                    {type: object, properties: {parts: {type: array}}}                                      | false
                    {type: object, properties: {other: {type: string}}}                                     | false
                    {type: object, additionalProperties: false}                                             | false
                    {type: object, if: {}, then: {}}                                                        | false
                    """)
    void whatTypesSayAsWellIsNotLookedAtAgain(String payload, boolean implied) {
        assertThat(received(payload, "", PARAMETERS[0]) == null).isEqualTo(implied);
    }

    @Test
    void modesArePerPluginAndLive() {
        PayloadCheck check = received("{const: 1}", "", PARAMETERS[1]);
        assertThat(wrong(check, "2")).hasSize(1);
        modes.set(Modes.of("enforce", "warn", "b inbound=off", "a.plugin inbound=warn"));
        assertThat(wrong(check, "2")).isEmpty();
        assertThat(check.violations()).isEqualTo(2);
        modes.set(Modes.of("off", "off"));
        assertThat(wrong(check, "2")).isEmpty();
        assertThat(check.violations()).isEqualTo(2);
    }

    @Test
    void whatGoesOutIsOnlyCounted() {
        PayloadCheck sent =
                new Enforcement("a.plugin", "1", new ObjectMapper().createObjectNode(), modes)
                        .sent("/", "event", yaml("{type: string}"));
        assertThat(wrong(sent, "2")).isEmpty();
        assertThat(sent.violations()).isEqualTo(1);
    }

    @Test
    void anExpressionThatExplodesIsAnswered() {
        PayloadCheck check = received("{pattern: '^(.*a){12}$'}", "", PARAMETERS[1]);
        assertThat(wrong(check, "\"" + "a".repeat(60) + "b\""))
                .singleElement()
                .asString()
                .contains("too long");
        assertThat(wrong(check, "\"aaaaaaaaaaaa\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e99999999999", "1e400"})
    void aNumberThatNobodyCanComputeWithIsRefused(String number) {
        String words = "has a number of too many digits";
        PayloadCheck check = received("{enum: [1, 2, a]}", "", PARAMETERS[1]);
        assertThat(wrong(check, number)).singleElement().asString().contains(words);
        assertThat(wrong(check, "[" + number + "]")).singleElement().asString().contains(words);
        PayloadCheck any = received("{type: object, required: [a]}", "", PARAMETERS[1]);
        assertThat(wrong(any, "{\"a\":" + number + "}")).singleElement().asString().contains(words);
        assertThat(wrong(any, "{\"a\":" + "1".repeat(2000) + "}"))
                .singleElement()
                .asString()
                .contains(words);
        assertThat(wrong(any, "{\"a\":1e200,\"" + "n".repeat(60_000) + "\":1}")).isEmpty();
    }

    @Test
    void aWholeNumberIsTheSameHoweverItIsWritten() {
        PayloadCheck check = received("{type: integer, maximum: 100}", "", PARAMETERS[1]);
        for (String number : List.of("1e2", "100.0", "1000e-1")) {
            assertThat(wrong(check, number)).as(number).isEmpty();
        }
        // To validators these are 0, in the lowest bits.
        for (String number :
                List.of("1e100", "18446744073709551616.0", "1.8446744073709551616e19")) {
            assertThat(wrong(check, number)).as(number).hasSize(1);
        }
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThatThrownBy(() -> Modes.of("yes", "warn"))
                .hasMessage(
                        "etc/io.fastsocket.asyncapi.cfg: inbound must be enforce, warn or off: is \"yes\"");
        assertThatThrownBy(() -> Modes.of("off", "off", "shop"))
                .hasMessageContaining("plugins: shop needs inbound=MODE");
        assertThat(Modes.of("off", "off", "shop outbound=enforce, b inbound=warn").plugins())
                .isEqualTo(
                        Map.of(
                                "shop", new Modes.Pair(Mode.OFF, Mode.ENFORCE),
                                "b", new Modes.Pair(Mode.WARN, Mode.OFF)));
    }
}
