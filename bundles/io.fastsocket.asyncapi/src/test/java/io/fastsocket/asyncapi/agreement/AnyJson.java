package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.List;

/** JSON as hostile clients may write it: escapes, names that come twice, numbers of all sorts. */
final class AnyJson {

    static final List<String> NAMES = List.of("a", "b", "ab", "ä", "\ud83d\ude00", "a b", "");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "ab",
                    "abc",
                    "ä",
                    "aä",
                    "\ud83d\ude00",
                    "\\ud83d\\ude00",
                    "\\ud83d",
                    "\\u0061",
                    "a\\n",
                    "\\\"",
                    "\\\\",
                    "\\/b",
                    "2026-01-02",
                    "true",
                    "1");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "1",
                    "1.0",
                    "-0.0",
                    "1.5",
                    "-3",
                    "2",
                    "100",
                    "1e2",
                    "1E+2",
                    "100.00",
                    "0.1",
                    "1e-400",
                    "1e400",
                    "999999999999999999",
                    "-999999999999999999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "123456789012345678901234567890123456789012345678901234567890",
                    "0.1000000000000000055511151231257827");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Chance chance;

    AnyJson(Chance chance) {
        this.chance = chance;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A value. */
    String value(int depth) {
        return switch (chance.below(depth == 0 ? 5 : 11)) {
            case 0 -> chance.one("null", "true", "false");
            case 1, 2 -> chance.one(NUMBERS);
            case 3, 4 -> "\"" + chance.one(TEXTS) + "\"";
            case 5, 6 -> "[" + several(depth, false) + "]";
            default -> "{" + several(depth, true) + "}";
        };
    }

    /** One that nests deeply. */
    String deep(int depth) {
        String value = value(0);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? "{\"a\":" + value + "}" : "[" + value + "]";
        }
        return value;
    }

    private String several(int depth, boolean named) {
        StringBuilder all = new StringBuilder(space());
        for (int i = chance.below(4); i > 0; i--) {
            if (named) {
                all.append('"').append(name()).append('"').append(space()).append(':');
            }
            all.append(space()).append(value(depth - 1)).append(space());
            all.append(i > 1 ? "," + space() : "");
        }
        return all.toString();
    }

    private String name() {
        String name = chance.one(NAMES);
        return chance.once(20) ? name.replace("a", "\\u0061") : name;
    }

    private String space() {
        return chance.once(10) ? chance.one(" ", "\n\t", "\r") : "";
    }
}
