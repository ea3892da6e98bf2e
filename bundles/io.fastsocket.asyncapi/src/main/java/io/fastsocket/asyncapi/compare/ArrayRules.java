package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.List;

/** Keywords of arrays. */
final class ArrayRules {

    private final Question question;
    private final Elements narrow;
    private final Elements wide;

    ArrayRules(Question question) {
        this.question = question;
        narrow = new Elements(question.narrow().parts());
        wide = new Elements(List.of(question.wide()));
    }

    void check() {
        int listed = Math.max(narrow.described(), wide.described());
        for (int i = 0; i <= listed && mayHave(i); i++) {
            element(i, i == listed ? (listed == 0 ? "[]" : "[" + i + "…]") : "[" + i + "]");
        }
        count();
        if (question.wide().path("uniqueItems").asBoolean() && !narrowIsUnique()) {
            question.certain(
                    "uniqueItems",
                    "the same value twice is "
                            + question.words().say("no longer allowed", "allowed now"));
        }
        contains();
    }

    private boolean mayHave(int index) {
        BigDecimal most = narrow.most();
        return most == null || most.compareTo(BigDecimal.valueOf(index)) > 0;
    }

    /** That there may be no such element at all is told with the numbers. */
    private void element(int index, String field) {
        for (JsonNode schema : wide.at(index)) {
            if (!schema.isBoolean()) {
                Shape own = question.narrow().shapes().of(narrow.at(index));
                question.within(field, question.inclusion().gaps(own, question.wide(schema)));
            }
        }
    }

    private void count() {
        BigDecimal most = wide.most();
        if (most != null && (narrow.most() == null || narrow.most().compareTo(most) > 0)) {
            question.certain(
                    question.asks("maxItems") ? "maxItems" : "additionalItems",
                    number("maxItems", "arguments at most", narrow.most(), most));
        }
        BigDecimal least = wide.least();
        if (narrow.least().compareTo(least) < 0) {
            question.certain(
                    question.asks("minItems") ? "minItems" : "items",
                    number("minItems", "arguments at least", narrow.least(), least));
        }
    }

    private String number(String keyword, String arguments, BigDecimal own, BigDecimal other) {
        boolean several = question.wide().path("x-socketio-args").asBoolean();
        return question.words().changed(several ? arguments : keyword, own, other);
    }

    private boolean narrowIsUnique() {
        return !mayHave(1)
                || question.narrow().parts().stream()
                        .anyMatch(part -> part.path("uniqueItems").asBoolean());
    }

    private void contains() {
        if (!question.asks("contains")) {
            return;
        }
        Shape asked = question.wide(question.wide().get("contains"));
        for (JsonNode part : question.narrow().parts()) {
            if (part.has("contains")
                    && question.inclusion()
                            .includes(question.narrow().shapes().of(part.get("contains")), asked)) {
                return;
            }
        }
        String reason = "what must be among the elements is not what it was";
        if (narrow.least().signum() == 0) {
            question.certain("contains", reason);
        } else {
            question.perhaps("contains", reason);
        }
    }
}
