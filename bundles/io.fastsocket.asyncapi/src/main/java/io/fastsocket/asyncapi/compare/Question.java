package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.compare.Gap.Weight;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Whether a part of a schema allows all values of a shape, and what has been found of that so far.
 */
final class Question {

    private final SchemaInclusion inclusion;
    private final Shape narrow;
    private final JsonNode wide;
    private final Shapes wideShapes;
    private final List<Gap> gaps = new ArrayList<>();

    Question(SchemaInclusion inclusion, Shape narrow, JsonNode wide, Shapes wideShapes) {
        this.inclusion = inclusion;
        this.narrow = narrow;
        this.wide = wide;
        this.wideShapes = wideShapes;
    }

    /** All gaps, as the rules for each kind of keywords find them. */
    List<Gap> answer() {
        if (!wide.isObject()) {
            gap(Weight.CERTAIN, "", words().say("is no longer allowed", "may be there now"));
            return gaps;
        }
        EnumSet<Kind> kinds = ValueRules.kinds(this);
        if (gaps.isEmpty()) {
            ValueRules.listed(this);
        }
        if (kinds.contains(Kind.STRING)) {
            TextRules.check(this);
        }
        if (kinds.contains(Kind.INTEGER) || kinds.contains(Kind.FRACTION)) {
            NumberRules.check(this, kinds);
        }
        if (kinds.contains(Kind.OBJECT)) {
            new ObjectRules(this).check();
        }
        if (kinds.contains(Kind.ARRAY)) {
            new ArrayRules(this).check();
        }
        ValueRules.format(this);
        LogicRules.check(this);
        return gaps;
    }

    SchemaInclusion inclusion() {
        return inclusion;
    }

    Words words() {
        return inclusion.words();
    }

    /** Whose values are looked at. */
    Shape narrow() {
        return narrow;
    }

    /** What should allow them. */
    JsonNode wide() {
        return wide;
    }

    /** A shape out of the document of what should allow the values. */
    Shape wide(JsonNode schema) {
        return wideShapes.of(schema);
    }

    /** Whether the part has such a keyword. */
    boolean asks(String keyword) {
        return wide.has(keyword);
    }

    void certain(String keyword, String reason) {
        gap(Weight.CERTAIN, keyword, reason);
    }

    void perhaps(String keyword, String reason) {
        gap(Weight.PERHAPS, keyword, reason);
    }

    void gap(Weight weight, String keyword, String reason) {
        Gap gap = new Gap(weight, "", narrow.holder(keyword), wide, keyword, reason);
        gaps.add(narrow.hasFinePrint() ? gap.perhaps() : gap);
    }

    /** What was found of a field. */
    void within(String field, List<Gap> found) {
        for (Gap gap : found) {
            Gap outer = gap.in(field);
            gaps.add(narrow.hasFinePrint() ? outer.perhaps() : outer);
        }
    }
}
