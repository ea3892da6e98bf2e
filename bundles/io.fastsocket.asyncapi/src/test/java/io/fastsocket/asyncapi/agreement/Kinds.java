package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Any kind, those made of others among them. */
final class Kinds {

    /** How deep kinds stand within each other. */
    private static final int DEEPEST = 2;

    private final Chance chance;
    private final List<Kind> records;

    /**
     * Kinds by chance.
     *
     * @param records what there is already besides, by which further ones may be made
     */
    Kinds(Chance chance, List<Kind> records) {
        this.chance = chance;
        this.records = records;
    }

    Kind any() {
        return any(0, true);
    }

    private Kind any(int depth, boolean member) {
        return switch (chance.below(depth < DEEPEST ? 19 : 11)) {
            case 0, 1, 2 -> Numbers.integer(chance, member);
            case 3 -> Numbers.fraction(chance, member);
            case 4, 5, 6 -> Texts.text(chance);
            case 7 -> Texts.email(chance);
            case 8 -> Texts.format(chance);
            case 9 -> Texts.color(chance);
            case 10 -> Texts.truth(chance);
            case 11 -> member ? Numbers.optional(chance) : Texts.text(chance);
            case 12 -> member ? array() : Texts.color(chance);
            case 13 -> binary();
            case 14 -> list(any(depth + 1, false));
            case 15 -> map(any(depth + 1, false));
            case 16 -> member ? optional(any(depth + 1, false)) : Texts.truth(chance);
            default -> chance.one(records);
        };
    }

    private List<String> size() {
        int min = chance.below(3);
        return switch (chance.below(4)) {
            case 0 -> List.of("@NotEmpty");
            case 1 -> List.of("@Size(min = %d, max = %d)".formatted(min, min + 2));
            default -> List.of();
        };
    }

    private Kind list(Kind of) {
        return new Kind("List<" + of.java() + ">", size(), c -> elements(c, of));
    }

    private static ArrayNode elements(Chance chance, Kind of) {
        ArrayNode elements = Chance.NODES.arrayNode();
        for (int i = chance.below(4); i > 0; i--) {
            JsonNode element = of.value(chance);
            if (!element.isMissingNode()) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Constraints before an array are its own. */
    private Kind array() {
        Kind of = chance.one(Numbers.integer(chance, true), Texts.text(chance));
        Kind plain = new Kind(of.type(), List.of(), of.values());
        return new Kind(
                of.type() + (of.type().equals("byte") ? "" : "[]"),
                of.type().equals("byte") ? List.of() : size(),
                c -> of.type().equals("byte") ? plain.value(c) : elements(c, plain));
    }

    private Kind binary() {
        return new Kind("byte[]", size(), c -> c.binary(c.below(5)));
    }

    private Kind map(Kind of) {
        return new Kind(
                "Map<" + chance.one("String", "@NotBlank String", "Color") + ", " + of.java() + ">",
                size(),
                c -> members(c, of));
    }

    private static ObjectNode members(Chance chance, Kind of) {
        ObjectNode members = Chance.NODES.objectNode();
        for (int i = chance.below(4); i > 0; i--) {
            JsonNode member = of.value(chance);
            if (!member.isMissingNode()) {
                members.set(chance.one("RED", "GREEN", "RED", "other", " "), member);
            }
        }
        return members;
    }

    private Kind optional(Kind of) {
        return new Kind(
                "Optional<" + of.java() + ">",
                List.of(),
                c -> c.once(4) ? Chance.NODES.nullNode() : of.value(c));
    }

    /** A record, or whatever has such members. */
    static Kind object(String type, Map<String, Kind> components) {
        return new Kind(type, List.of(), c -> object(c, components));
    }

    private static ObjectNode object(Chance chance, Map<String, Kind> components) {
        ObjectNode object = Chance.NODES.objectNode();
        components.forEach(
                (name, kind) -> {
                    JsonNode value = kind.value(chance);
                    if (!value.isMissingNode()) {
                        object.set(name, value);
                    }
                });
        return chance.once(10) ? object.put("unknown", 1) : object;
    }
}
