package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Quote;

import java.util.List;
import java.util.Map;

/** {@code dependencies}: where there is one field, there must be others. */
final class ObjectDependencies {

    private ObjectDependencies() {}

    static void check(Question question, Fields narrow) {
        for (Map.Entry<String, JsonNode> one : question.wide().path("dependencies").properties()) {
            boolean there = !narrow.at(one.getKey()).isEmpty();
            boolean required = narrow.required().contains(one.getKey());
            if (there || required) {
                check(question, narrow, one.getKey(), one.getValue(), required);
            }
        }
    }

    private static void check(
            Question question, Fields narrow, String name, JsonNode needed, boolean always) {
        Shape shape = question.narrow();
        for (JsonNode part : narrow.parts()) {
            JsonNode own = part.path("dependencies").path(name);
            if (own.isObject()) {
                shape = shape.and(own);
            }
        }
        if (needed.isArray()) {
            for (JsonNode other : needed) {
                boolean given = narrow.required().contains(other.asText());
                if (!given && !depends(narrow, name, other.asText())) {
                    question.certain(
                            "dependencies",
                            "where there is %s, %s "
                                            .formatted(Quote.of(name), Quote.of(other.asText()))
                                    + question.words()
                                            .say("is required now", "is no longer always there"));
                }
            }
            return;
        }
        List<Gap> gaps = question.inclusion().gaps(shape, question.wide(needed));
        question.within("", always ? gaps : gaps.stream().map(Gap::perhaps).toList());
    }

    private static boolean depends(Fields narrow, String name, String other) {
        for (JsonNode part : narrow.parts()) {
            for (JsonNode one : part.path("dependencies").path(name)) {
                if (one.isTextual() && one.textValue().equals(other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
