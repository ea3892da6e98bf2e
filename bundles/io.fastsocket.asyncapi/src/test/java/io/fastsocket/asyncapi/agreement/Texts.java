package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is a text in JSON, and true or false. */
final class Texts {

    private static final List<String> SAMPLES =
            List.of(
                    "",
                    " ",
                    "\t\n",
                    "a",
                    "abc",
                    "bc",
                    "123",
                    "12",
                    "AB",
                    "ABC",
                    "a b",
                    "x-y",
                    "\u00a0",
                    "äöü",
                    "line\nbreak",
                    "abcdefgh",
                    "a\"b\\c");

    private static final List<String> PATTERNS =
            List.of("[a-z]+", "\\\\d{3}", "^[A-Z]{2}$", "a|bc", "[^ ]*", ".{0,3}");

    /** Some that are bound to the type, and some that are not. */
    private static final Map<String, List<String>> FORMATS =
            Map.of(
                    "UUID",
                    List.of(
                            "123e4567-e89b-12d3-a456-426614174000",
                            "123E4567-E89B-12D3-A456-426614174000",
                            "123e4567-e89b-12d3-a456",
                            "AAAAAAAAAAAAAAAAAAAAAA=="),
                    "Instant",
                    List.of(
                            "2026-01-02T03:04:05Z",
                            "2026-01-02T03:04:05.678+01:00",
                            "2026-01-02",
                            "2026-13-02T03:04:05Z",
                            "1700000000"),
                    "OffsetDateTime",
                    List.of(
                            "2026-01-02T03:04:05Z",
                            "2026-01-02T03:04:05.6-05:00",
                            "2026-01-02T03:04:05",
                            "yesterday"),
                    "LocalDate",
                    List.of("2026-01-02", "2024-02-29", "2026-02-30", "2026-1-2", "20260102"),
                    "Duration",
                    List.of("PT5S", "P1D", "P1DT2H", "5s", ""),
                    "URI",
                    List.of("https://example.org/a?b#c", "a/b", "", "ht tp://x", "%zz"));

    private Texts() {}

    static Kind text(Chance chance) {
        List<String> constraints = new ArrayList<>();
        if (chance.once(3)) {
            int min = chance.below(4);
            constraints.add("@Size(min = %d, max = %d)".formatted(min, min + chance.below(6)));
        }
        if (chance.once(3)) {
            constraints.add(chance.one("@NotBlank", "@NotEmpty", "@NotNull"));
        }
        if (chance.once(4)) {
            constraints.add("@Pattern(regexp = \"" + chance.one(PATTERNS) + "\")");
        }
        return new Kind(
                chance.one("String", "CharSequence"), constraints, c -> node(c.one(SAMPLES)));
    }

    static Kind email(Chance chance) {
        List<String> samples =
                List.of(
                        "ann@example.org",
                        "a.b+c@mail.example.org",
                        "ann",
                        "@example.org",
                        "a b@c");
        return new Kind("String", List.of("@Email"), c -> node(c.one(samples)));
    }

    static Kind format(Chance chance) {
        String type = chance.one(FORMATS.keySet().stream().sorted().toList());
        List<String> samples = FORMATS.get(type);
        return new Kind(
                type,
                chance.once(3) ? List.of("@NotNull") : List.of(),
                c -> node(c.once(2) ? samples.getFirst() : c.one(samples)));
    }

    static Kind color(Chance chance) {
        return new Kind(
                "Color",
                chance.once(3) ? List.of("@NotNull") : List.of(),
                c -> node(c.one("RED", "GREEN", "GREEN", "red", "")));
    }

    static Kind truth(Chance chance) {
        String constraint = chance.one("", "", "@AssertTrue", "@AssertFalse", "@NotNull", "@Null");
        return new Kind(
                "Boolean",
                constraint.isEmpty() ? List.of() : List.of(constraint),
                c ->
                        constraint.equals("@Null")
                                ? Chance.NODES.nullNode()
                                : Chance.NODES.booleanNode(c.once(2)));
    }

    private static JsonNode node(String text) {
        return Chance.NODES.textNode(text);
    }
}
