package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Keywords of numbers. */
final class NumberRules {

    private NumberRules() {}

    static void check(Question question, Set<Kind> kinds) {
        boolean whole = !kinds.contains(Kind.FRACTION);
        range(question, "minimum", "exclusiveMinimum", Range::lower, whole);
        range(question, "maximum", "exclusiveMaximum", Range::upper, whole);
        step(question, whole);
    }

    private static void range(
            Question question,
            String keyword,
            String exclusive,
            Function<JsonNode, Range> limit,
            boolean whole) {
        Range wide = limit.apply(question.wide());
        Range narrow =
                question.narrow().parts().stream()
                        .map(limit)
                        .filter(Objects::nonNull)
                        .reduce(Range::tighter)
                        .orElse(null);
        if (wide == null) {
            return;
        }
        boolean within =
                narrow != null
                        && (whole ? narrow.whole().within(wide.whole()) : narrow.within(wide));
        if (!within) {
            String used = question.wide().path(exclusive).isNumber() ? exclusive : keyword;
            question.certain(used, question.words().changed(keyword, narrow, wide));
        }
    }

    private static void step(Question question, boolean whole) {
        BigDecimal wide = Literals.number(question.wide(), "multipleOf");
        if (wide == null || wide.signum() == 0) {
            return;
        }
        List<BigDecimal> narrow =
                question.narrow().parts().stream()
                        .map(part -> Literals.number(part, "multipleOf"))
                        .filter(Objects::nonNull)
                        .toList();
        boolean within =
                narrow.stream().anyMatch(own -> own.remainder(wide).signum() == 0)
                        || (whole && BigDecimal.ONE.remainder(wide).signum() == 0);
        if (!within) {
            question.certain(
                    "multipleOf",
                    question.words()
                            .changed(
                                    "multipleOf",
                                    narrow.isEmpty() ? null : narrow.getFirst(),
                                    wide));
        }
    }
}
