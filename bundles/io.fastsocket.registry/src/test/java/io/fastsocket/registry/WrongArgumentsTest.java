package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What clients are told of arguments that do not fit. */
class WrongArgumentsTest extends BindingFixture {

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
    void tooDeepIsAnErrorOfTheClient() {
        String deep = "[".repeat(1500) + "]".repeat(1500);
        assertThat(client.call("message", "{\"text\":\"a\",\"x\":" + deep + "}"))
                .contains("\"code\":4001");
        assertThat(client.call("long", "1".repeat(1200))).contains("\"code\":4001");
    }
}
