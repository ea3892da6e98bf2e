package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Kinds of values, so that each value is of one kind. */
enum Kind {
    NULL,
    BOOLEAN,
    STRING,
    INTEGER,
    FRACTION,
    OBJECT,
    ARRAY;

    static final Set<Kind> NUMBERS = EnumSet.of(INTEGER, FRACTION);

    /** What a schema's {@code type} lets be, and OpenAPI's {@code nullable}. */
    static EnumSet<Kind> of(JsonNode schema) {
        JsonNode type = schema.path("type");
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (type.isTextual()) {
            add(kinds, type.textValue());
        } else if (type.isArray()) {
            type.forEach(one -> add(kinds, one.asText()));
        } else {
            return EnumSet.allOf(Kind.class);
        }
        if (schema.path("nullable").asBoolean()) {
            kinds.add(NULL);
        }
        return kinds;
    }

    private static void add(Set<Kind> kinds, String type) {
        switch (type) {
            case "null" -> kinds.add(NULL);
            case "boolean" -> kinds.add(BOOLEAN);
            case "string" -> kinds.add(STRING);
            case "integer" -> kinds.add(INTEGER);
            case "number" -> kinds.addAll(NUMBERS);
            case "object" -> kinds.add(OBJECT);
            case "array" -> kinds.add(ARRAY);
            default -> throw new IllegalArgumentException(type); // of a valid schema: never
        }
    }

    /** The kind of a value; 1.0 is an integer. */
    static Kind ofValue(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> Literals.isWhole(value) ? INTEGER : FRACTION;
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            default -> STRING;
        };
    }

    /** As a schema names them: {@code string or null}. */
    static String words(Set<Kind> kinds) {
        List<String> words = new ArrayList<>();
        for (Kind kind : kinds) {
            if (kind == FRACTION) {
                words.remove("integer");
                words.add("number");
            } else if (kind != NULL) {
                words.add(kind.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        if (kinds.contains(NULL)) {
            words.add("null");
        }
        return kinds.size() == values().length ? "anything" : String.join(" or ", words);
    }
}
