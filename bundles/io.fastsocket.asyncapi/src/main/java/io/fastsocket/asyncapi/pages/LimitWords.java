package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Says in a few words each what a schema demands of a value beyond its kind. */
final class LimitWords {

    /** So many choices are shown. */
    private static final int CHOICES = 30;

    /** So many letters of a value. */
    static final int LONGEST = 120;

    private final JsonNode schema;
    private final List<String> words = new ArrayList<>();

    private LimitWords(JsonNode schema) {
        this.schema = schema;
    }

    static List<String> of(JsonNode schema) {
        return new LimitWords(schema).said();
    }

    private List<String> said() {
        String letters = isBinary(schema) ? "bytes" : "characters";
        count("minLength", "maxLength", letters);
        count("minItems", "maxItems", "elements");
        count("minProperties", "maxProperties", "fields");
        if (schema.path("uniqueItems").asBoolean()) {
            words.add("no element twice");
        }
        number("minimum", "≥ ");
        number("exclusiveMinimum", "> ");
        number("maximum", "≤ ");
        number("exclusiveMaximum", "< ");
        number("multipleOf", "a multiple of ");
        if (schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean()) {
            words.add("no other fields");
        }
        if (schema.path("additionalItems").isBoolean()
                && !schema.path("additionalItems").asBoolean()
                && schema.path("items").isArray()) {
            words.add("no more elements");
        }
        return words;
    }

    private void count(String least, String most, String what) {
        JsonNode from = schema.path(least);
        JsonNode to = schema.path(most);
        boolean nothing = from.isMissingNode() || from.asText().equals("0");
        if (to.isMissingNode() && nothing) {
            return;
        }
        if (to.isMissingNode()) {
            words.add("at least " + from.asText() + " " + what);
        } else if (nothing) {
            words.add("at most " + to.asText() + " " + what);
        } else if (from.equals(to)) {
            words.add("exactly " + to.asText() + " " + what);
        } else {
            words.add(from.asText() + " to " + to.asText() + " " + what);
        }
    }

    private void number(String word, String before) {
        JsonNode limit = schema.path(word);
        if (limit.isNumber() && !isRangeOfType(limit)) {
            words.add(before + limit.asText());
        }
    }

    /** That an int is no larger than an int goes without saying. */
    private static boolean isRangeOfType(JsonNode limit) {
        return limit.isIntegralNumber()
                && limit.canConvertToLong()
                && List.of(
                                (long) Integer.MIN_VALUE,
                                (long) Integer.MAX_VALUE,
                                Long.MIN_VALUE,
                                Long.MAX_VALUE)
                        .contains(limit.longValue());
    }

    private static boolean isBinary(JsonNode schema) {
        return schema.path("format").asText().equals("binary");
    }

    /** The values that are possible, as JSON; the last one may say that there are more. */
    static List<String> choices(JsonNode schema) {
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : schema.path("enum")) {
            if (choices.size() == CHOICES) {
                choices.add("and " + (schema.path("enum").size() - CHOICES) + " more");
                break;
            }
            choices.add(JsonText.line(choice, LONGEST));
        }
        return choices;
    }
}
