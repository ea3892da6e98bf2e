package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what a schema demands in one sentence, where that is possible: for conditions. */
final class ConditionWords {

    private ConditionWords() {}

    /** A clause, such as {@code delivery is "courier"}; null if there is none so short. */
    static String of(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.asBoolean() ? "anything goes" : "nothing is allowed";
        }
        List<String> clauses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            String clause = clause(word.getKey(), word.getValue());
            if (clause == null) {
                return null;
            }
            if (!clause.isEmpty()) {
                clauses.add(clause);
            }
        }
        return clauses.isEmpty() ? null : String.join(" and ", clauses);
    }

    private static String clause(String word, JsonNode value) {
        return switch (word) {
            case "required" -> presence(value, "must be there");
            case "properties" -> properties(value);
            case "not" -> absence(value);
            case "type", "title", "description", "$comment" -> "";
            default -> null;
        };
    }

    private static String presence(JsonNode names, String what) {
        List<String> list = new ArrayList<>();
        names.forEach(name -> list.add(name.asText()));
        return list.isEmpty() ? "" : String.join(" and ", list) + " " + what;
    }

    private static String absence(JsonNode schema) {
        boolean one = schema.size() == 1 && schema.path("required").size() == 1;
        return one ? presence(schema.path("required"), "must not be there") : null;
    }

    private static String properties(JsonNode properties) {
        List<String> clauses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : properties.properties()) {
            JsonNode schema = one.getValue();
            if (schema.isBoolean() && !schema.asBoolean()) {
                clauses.add(one.getKey() + " must not be there");
            } else if (schema.has("const") && schema.size() == 1) {
                clauses.add(
                        one.getKey()
                                + " is "
                                + JsonText.line(schema.get("const"), LimitWords.LONGEST));
            } else if (schema.has("enum") && schema.size() == 1) {
                clauses.add(
                        one.getKey() + " is " + String.join(" or ", LimitWords.choices(schema)));
            } else {
                return null;
            }
        }
        return String.join(" and ", clauses);
    }
}
