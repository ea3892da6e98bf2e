package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.fastsocket.asyncapi.schema.Truth;

import java.util.List;

/** {@code not} and {@code if}: decided where that can be seen, else unclear. */
final class LogicRules {

    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

    private LogicRules() {}

    static void check(Question question) {
        if (question.asks("not")) {
            not(question);
        }
        if (question.asks("if")) {
            conditional(question);
        }
    }

    private static void not(Question question) {
        Shape narrow = question.narrow();
        Shape forbidden = question.wide(question.wide().get("not"));
        SchemaInclusion inclusion = question.inclusion();
        boolean kept =
                narrow.parts().stream()
                        .filter(part -> part.has("not"))
                        .anyMatch(
                                part ->
                                        inclusion.includes(
                                                forbidden, narrow.shapes().of(part.get("not"))));
        if (kept || new Disjoint(inclusion).disjoint(narrow, forbidden)) {
            return;
        }
        List<JsonNode> values = forbidden.values();
        List<JsonNode> hit =
                values == null
                        ? List.of()
                        : values.stream()
                                .filter(v -> inclusion.fitting().fits(v, narrow) == Truth.YES)
                                .toList();
        if (hit.isEmpty()) {
            question.perhaps("not", "what is forbidden by \"not\" is not what it was");
        } else {
            question.certain(
                    "not",
                    Words.values(hit)
                            + question.words().say(" is no longer allowed", " may be there now"));
        }
    }

    /** Under the same condition the same follows; without it, both must do. */
    private static void conditional(Question question) {
        JsonNode wide = question.wide();
        Shape then = question.narrow();
        Shape otherwise = then;
        for (JsonNode part : question.narrow().parts()) {
            if (part.path("if").equals(wide.get("if"))) {
                then = then.and(part.get("if")).and(or(part.get("then")));
                otherwise = otherwise.and(or(part.get("else")));
            }
        }
        List<Gap> gaps =
                new java.util.ArrayList<>(
                        question.inclusion().gaps(then, question.wide(or(wide.get("then")))));
        gaps.addAll(question.inclusion().gaps(otherwise, question.wide(or(wide.get("else")))));
        question.within("", gaps.stream().map(Gap::perhaps).toList());
    }

    private static JsonNode or(JsonNode schema) {
        return schema == null ? ANYTHING : schema;
    }
}
