package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

class BindingTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Locale locale = Locale.getDefault();
    private FakeClient client;

    enum Color {
        RED,
        GREEN
    }

    record Message(@NotBlank String text) {}

    record Item(@NotNull String name, int price) {}

    record Order(@Size(min = 2) String id, List<Item> items, Optional<String> note, Color color) {}

    record Blob(String name, byte[] data) {}

    record Scalars(int i, long l, double d, boolean b, String s) {}

    record Wrapped(String name, Json raw) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("secret");
            }
        }
    }

    record Time(Instant at, LocalDate day) {}

    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Cash.class, name = "cash")
    })
    interface Payment {}

    record Card(@Size(min = 4) String digits) implements Payment {}

    record Cash(
            @DecimalMin("1") @DecimalMax(value = "9", inclusive = false) BigDecimal amount, UUID id)
            implements Payment {}

    static final class Handler implements EventHandlers {

        @OnEvent("payment")
        Payment payment(Payment payment) {
            return payment;
        }

        @OnEvent("message")
        Message message(Message message) {
            return message;
        }

        @OnEvent("order")
        Order order(Order order) {
            return order;
        }

        @OnEvent("int")
        int integer(int value) {
            return value;
        }

        @OnEvent("long")
        Long integer(Long value) {
            return value;
        }

        @OnEvent("string")
        String string(String value) {
            return value;
        }

        @OnEvent("double")
        double fraction(double value) {
            return value;
        }

        @OnEvent("bool")
        boolean bool(boolean value) {
            return value;
        }

        @OnEvent("scalars")
        Scalars scalars(Scalars value) {
            return value;
        }

        @OnEvent("ints")
        int[] ints(int[] value) {
            return value;
        }

        @OnEvent("map")
        Map<String, List<Integer>> map(Map<String, List<Integer>> value) {
            return value;
        }

        @OnEvent("several")
        String several(@Min(3) int number, Message message, @NotBlank @Size(max = 3) String tag) {
            return number + message.text() + tag;
        }

        @OnEvent("param")
        int param(@Max(5) int value) {
            return value;
        }

        @OnEvent("tags")
        int tags(List<@NotBlank String> tags) {
            return tags.size();
        }

        @OnEvent("blob")
        Blob blob(Blob blob) {
            return blob;
        }

        @OnEvent("binary")
        byte[] binary(byte[] data) {
            return data;
        }

        @OnEvent("raw")
        Json raw(Json json) {
            return json;
        }

        @OnEvent("rest")
        int rest(String first, Json... rest) {
            return rest.length;
        }

        @OnEvent("wrapped")
        Wrapped wrapped(Wrapped wrapped) {
            return wrapped;
        }

        @OnEvent("range")
        Range range(Range range) {
            return range;
        }

        @OnEvent("time")
        Time time(Time time) {
            return time;
        }

        @OnEvent("shape")
        Shape shape(Shape shape) {
            return shape;
        }

        @OnEvent("optional")
        String optional(String first, Optional<Integer> second) {
            return first + second.orElse(-1);
        }
    }

    @BeforeEach
    void serve() {
        Locale.setDefault(Locale.GERMANY);
        Plugins.serving(registry, new Handler());
        assertThat(registry.events()).hasSizeGreaterThan(20);
        client = FakeClient.join(registry.dispatcher(), "/");
    }

    @AfterEach
    void close() {
        Locale.setDefault(locale);
        registry.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message|{\"text\":\"hi\"}",
                "int|-7",
                "long|9007199254740993",
                "string|\"é\"",
                "double|1.5",
                "bool|true",
                "scalars|{\"i\":1,\"l\":2,\"d\":3.0,\"b\":false,\"s\":null}",
                "ints|[1,2,3]",
                "map|{\"a\":[1,2],\"b\":[]}",
                "time|{\"at\":\"2026-01-31T12:00:00Z\",\"day\":\"2026-01-31\"}",
                "shape|{\"radius\":3}",
                "shape|{\"side\":4}",
                "payment|{\"kind\":\"card\",\"digits\":\"1234\"}",
                "raw|{\"b\" : 1.50, \"a\":[1e3,{\"x\":\"\\\"},\"}]}",
                "wrapped|{\"name\":\"n\",\"raw\":{\"z\":1.0,\"a\":[ 2 ]}}",
                "wrapped|{\"name\":\"n\",\"raw\":12}",
                "wrapped|{\"name\":\"n\",\"raw\":\"text\"}",
                "order|{\"id\":\"ab\",\"items\":[{\"name\":\"x\",\"price\":3}],\"note\":\"n\",\"color\":\"RED\"}",
            })
    void whatFitsComesBack(String event, String json) {
        assertThat(client.call(event, json)).isEqualTo(json);
    }

    @Test
    void whatOnlySaysWhichItIsFits() {
        assertThat(client.call("payment", "{\"kind\":\"card\"}"))
                .isEqualTo("{\"kind\":\"card\",\"digits\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int|\"1\"|``|must be an integer between -2147483648 and 2147483647",
                "int|1.0|``|must be an integer between -2147483648 and 2147483647",
                "int|2147483648|``|must be an integer between -2147483648 and 2147483647",
                "int|null|``|must not be null",
                "int|[1]|``|must be an integer between -2147483648 and 2147483647",
                "int|true|``|must be an integer between -2147483648 and 2147483647",
                "long|null|``|must not be null",
                "string|1|``|must be a string",
                "string|true|``|must be a string",
                "string|null|``|must not be null",
                "string|{}|``|must be a string",
                "double|\"1.5\"|``|must be a number",
                "double|1e999|``|must be a number",
                "bool|1|``|must be true or false",
                "bool|\"true\"|``|must be true or false",
                "message|\"hi\"|``|must be an object",
                "message|[]|``|must be an object",
                "message|{\"text\":5}|text|must be a string",
                "message|{\"text\":\" \"}|text|must not be blank",
                "message|{}|text|must not be blank",
                "ints|[1,\"2\"]|[1]|must be an integer between -2147483648 and 2147483647",
                "ints|3|``|must be an array",
                "map|{\"a\":[1.5]}|a[0]|must be an integer between -2147483648 and 2147483647",
                "map|[]|``|must be an object",
                "param|6|``|must be less than or equal to 5",
                "tags|[\"a\",\" \"]|[1]|must not be blank",
                "range|{\"from\":2,\"to\":1}|``|is not valid",
                "payment|{\"kind\":\"card\",\"digits\":\"1\"}|digits|size must be between 4 and 2147483647",
                "payment|{\"kind\":\"cash\",\"amount\":0.5}|amount|must be greater than or equal to 1",
                "payment|{\"kind\":\"cash\",\"amount\":9}|amount|must be less than 9",
                "payment|{\"kind\":\"cash\",\"id\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}|id|must be a valid UUID",
                "time|{\"at\":\"1700000000\",\"day\":\"2026-01-31\"}|at|must be Instant in ISO 8601 format",
                "time|{\"at\":1,\"day\":\"2026-01-31\"}|at|must be a string",
                "time|{\"at\":\"soon\",\"day\":\"2026-01-31\"}|at|must be Instant in ISO 8601 format",
                "time|{\"at\":\"2026-01-31T12:00:00Z\",\"day\":[2026,1,31]}|day|must be a string",
                "shape|3|``|is not valid",
                "binary|{\"_placeholder\":true,\"num\":0}|``|must be a binary",
                "binary|\"AAAA\"|``|must be a binary",
                "order|{\"id\":\"ab\",\"items\":[],\"color\":\"BLUE\"}|color|must be one of [RED, GREEN]",
                "order|{\"id\":\"ab\",\"items\":[],\"color\":0}|color|must be a string",
                "order|{\"id\":\"ab\",\"items\":{},\"color\":\"RED\"}|items|must be an array",
            })
    void whatDoesNotFitIsNamed(String event, String json, String path, String message) {
        assertThat(client.call(event, json))
                .isEqualTo(
                        "{\"error\":{\"code\":4001,\"reason\":\"validation\",\"event\":\""
                                + event
                                + "\",\"details\":[{\"path\":\""
                                + (path == null ? "" : path)
                                + "\",\"message\":\""
                                + message
                                + "\"}]}}");
    }

    @Test
    void missingPrimitivesAreNamed() {
        assertThat(client.call("scalars", "{\"i\":1}"))
                .contains("{\"path\":\"l\",\"message\":\"is missing\"}")
                .contains("{\"path\":\"d\",\"message\":\"is missing\"}")
                .contains("{\"path\":\"b\",\"message\":\"is missing\"}");
    }

    @Test
    void allThatIsWrongIsReportedTogether() {
        String answer =
                client.call(
                        "order",
                        "{\"id\":\"a\",\"items\":[{\"name\":\"x\",\"price\":1},7,"
                                + "{\"name\":null,\"price\":\"3\"}],\"color\":\"NO\"}");
        assertThat(answer)
                .contains("{\"path\":\"items[1]\",\"message\":\"must be an object\"}")
                .contains("{\"path\":\"items[2].price\",\"message\":\"must be an integer")
                .contains("{\"path\":\"items[2].name\",\"message\":\"must not be null\"}")
                .contains("{\"path\":\"color\",\"message\":\"must be one of [RED, GREEN]\"}")
                .contains(
                        "{\"path\":\"id\",\"message\":\"size must be between 2 and 2147483647\"}");
    }

    @Test
    void detailsComeInTheOrderOfDeclaration() {
        String late =
                "{\"color\":\"NO\",\"items\":["
                        + "{\"price\":1},".repeat(10)
                        + "{\"price\":\"3\",\"name\":null},7],\"id\":\"a\"}";
        List<String> paths = new ArrayList<>(List.of("id"));
        for (int i = 0; i < 10; i++) {
            paths.add("items[" + i + "].name");
        }
        paths.addAll(List.of("items[10].name", "items[10].price", "items[11]", "color"));
        assertThat(paths(client.call("order", late))).isEqualTo(paths);
        assertThat(paths(client.call("several", "2, {\"text\":\"\"}, \"    \"")))
                .containsExactly("[0]", "[1].text", "[2]", "[2]");
        assertThat(client.call("several", "2, {\"text\":\"\"}, \"    \""))
                .endsWith(
                        "{\"path\":\"[2]\",\"message\":\"must not be blank\"},{\"path\":\"[2]\","
                                + "\"message\":\"size must be between 0 and 3\"}]}}");
        assertThat(paths(client.call("several", "\"2\", 3"))).containsExactly("[0]", "[1]", "[2]");
    }

    private static List<String> paths(String answer) {
        return Pattern.compile("\"path\":\"([^\"]*)\"")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void recordsInsideAreValidatedWithoutBeingMarked() {
        assertThat(
                        client.call(
                                "order",
                                "{\"id\":\"ab\",\"items\":[{\"price\":1}],\"color\":\"RED\"}"))
                .contains(
                        "\"details\":[{\"path\":\"items[0].name\",\"message\":\"must not be null\"}]");
    }

    @Test
    void pathsOfSeveralArgumentsBeginWithTheirNumber() {
        assertThat(client.call("several", "\"1\", {\"text\":\"\"}, \"long\""))
                .contains("{\"path\":\"[0]\",\"message\":\"must be an integer")
                .contains("{\"path\":\"[1].text\",\"message\":\"must not be blank\"}")
                .contains("{\"path\":\"[2]\",\"message\":\"size must be between 0 and 3\"}");
        assertThat(client.call("several", "4"))
                .contains("{\"path\":\"[1]\",\"message\":\"is missing\"}")
                .contains("{\"path\":\"[2]\",\"message\":\"is missing\"}");
        assertThat(client.call("several", "4 , {\"text\":\"a,]\"} , \"t\"")).isEqualTo("\"4a,]t\"");
    }

    @Test
    void unknownMembersAndMoreArgumentsAreIgnored() {
        assertThat(client.call("message", "{\"x\":{\"y\":[1]},\"text\":\"a\"},5"))
                .isEqualTo("{\"text\":\"a\"}");
    }

    @Test
    void missingOptionalIsEmpty() {
        assertThat(client.call("optional", "\"a\"")).isEqualTo("\"a-1\"");
        assertThat(client.call("optional", "\"a\",3")).isEqualTo("\"a3\"");
    }

    @Test
    void restIsCounted() {
        assertThat(client.call("rest", "\"a\"")).isEqualTo("0");
        assertThat(client.call("rest", "\"a\",1,[2,3]")).isEqualTo("2");
    }

    @Test
    void tooDeepIsAnErrorOfTheClient() {
        String deep = "[".repeat(1500) + "]".repeat(1500);
        assertThat(client.call("message", "{\"text\":\"a\",\"x\":" + deep + "}"))
                .contains("\"code\":4001");
        assertThat(client.call("long", "1".repeat(1200))).contains("\"code\":4001");
    }

    @Test
    void binariesGoThrough() {
        byte[] one = {1, 2};
        byte[] two = {3};
        long id =
                client.send(
                        "blob",
                        "{\"name\":\"n\",\"data\":{\"_placeholder\":true,\"num\":1}}",
                        one,
                        two);
        assertThat(client.ackOf(id))
                .isEqualTo("{\"name\":\"n\",\"data\":{\"_placeholder\":true,\"num\":0}}");
        assertThat(client.acks.get(id).attachments()).containsExactly(two);
        long echo = client.send("binary", "{\"_placeholder\":true,\"num\":0}", one);
        assertThat(client.ackOf(echo)).isEqualTo("{\"_placeholder\":true,\"num\":0}");
        assertThat(client.acks.get(echo).attachments()).containsExactly(one);
        long raw =
                client.send(
                        "raw",
                        "{\"a\":\"{\\\"_placeholder\\\":true,\\\"num\\\":1}\",\"b\":{\"num\":1,\"_placeholder\":true}}",
                        one,
                        two);
        assertThat(client.ackOf(raw))
                .isEqualTo(
                        "{\"a\":\"{\\\"_placeholder\\\":true,\\\"num\\\":1}\",\"b\":{\"_placeholder\":true,\"num\":0}}");
        assertThat(client.acks.get(raw).attachments()).containsExactly(two);
    }

    @Test
    void unknownEventsHaveNoHandler() {
        assertThat(client.call("nobody", "1"))
                .isEqualTo(
                        "{\"error\":{\"code\":4004,\"reason\":\"no handler\",\"event\":\"nobody\"}}");
        client.sendWithoutAck("nobody", "1");
        Await.until("error event", () -> !client.emitted.isEmpty());
        assertThat(client.emitted.peek())
                .hasToString(
                        "\"error\",{\"error\":{\"code\":4004,\"reason\":\"no handler\",\"event\":\"nobody\"}}");
    }
}
