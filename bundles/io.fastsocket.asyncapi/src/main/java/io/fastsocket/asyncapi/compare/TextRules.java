package io.fastsocket.asyncapi.compare;

import java.math.BigDecimal;
import java.util.List;

/** Keywords of texts. */
final class TextRules {

    private TextRules() {}

    static void check(Question question) {
        Limits.least(question, "minLength", question.narrow().number("minLength", BigDecimal::max));
        Limits.most(question, "maxLength", question.narrow().number("maxLength", BigDecimal::min));
        pattern(question);
    }

    /** Which texts two patterns match, nobody decides here: only the same pattern will do. */
    private static void pattern(Question question) {
        String wide = question.wide().path("pattern").textValue();
        List<String> narrow = question.narrow().texts("pattern");
        if (wide == null || narrow.contains(wide)) {
            return;
        }
        String reason =
                question.words()
                        .changed("pattern", narrow.isEmpty() ? null : narrow.getFirst(), wide);
        boolean anyText = narrow.isEmpty() && question.narrow().texts("format").isEmpty();
        if (anyText && !wide.matches("\\^?(\\.\\*)?\\$?")) {
            question.certain("pattern", reason);
        } else {
            question.perhaps("pattern", reason);
        }
    }
}
