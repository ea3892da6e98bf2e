package io.fastsocket.asyncapi.compare;

import io.fastsocket.asyncapi.compare.Gap.Weight;

import java.math.BigDecimal;

/** Lengths and numbers of things. */
final class Limits {

    private Limits() {}

    /**
     * A lower limit that the part may set.
     *
     * @param narrow the shape's own; null if it has none
     */
    static void least(Question question, String keyword, BigDecimal narrow) {
        BigDecimal wide = Literals.number(question.wide(), keyword);
        if (wide != null && wide.signum() > 0 && (narrow == null || narrow.compareTo(wide) < 0)) {
            add(question, keyword, narrow, wide);
        }
    }

    /** An upper limit that the part may set. */
    static void most(Question question, String keyword, BigDecimal narrow) {
        BigDecimal wide = Literals.number(question.wide(), keyword);
        if (wide != null && (narrow == null || narrow.compareTo(wide) > 0)) {
            add(question, keyword, narrow, wide);
        }
    }

    /** A pattern or format may imply a limit; one that is written was meant. */
    private static void add(Question question, String keyword, BigDecimal narrow, BigDecimal wide) {
        boolean implied =
                narrow == null
                        && !(question.narrow().texts("pattern").isEmpty()
                                && question.narrow().texts("format").isEmpty());
        question.gap(
                implied ? Weight.PERHAPS : Weight.CERTAIN,
                keyword,
                question.words().changed(keyword, shown(narrow), shown(wide)));
    }

    private static String shown(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
