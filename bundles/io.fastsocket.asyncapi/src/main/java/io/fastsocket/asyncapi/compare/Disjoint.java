package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.schema.Truth;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether certainly no value keeps to both of two shapes. */
final class Disjoint {

    /** What tells things apart is near the surface. */
    private static final int DEPTH = 4;

    private final SchemaInclusion inclusion;

    Disjoint(SchemaInclusion inclusion) {
        this.inclusion = inclusion;
    }

    boolean disjoint(Shape one, Shape other) {
        return disjoint(one, other, DEPTH);
    }

    private boolean disjoint(Shape one, Shape other, int depth) {
        inclusion.budget().step(0, one.weight() + other.weight());
        EnumSet<Kind> common = one.kinds();
        common.retainAll(other.kinds());
        if (common.isEmpty() || depth == 0) {
            return common.isEmpty();
        }
        return noValueFits(one, other)
                || noValueFits(other, one)
                || noBranch(one, other, depth)
                || noBranch(other, one, depth)
                || (common.equals(EnumSet.of(Kind.OBJECT)) && someField(one, other, depth));
    }

    private boolean noValueFits(Shape listed, Shape other) {
        List<JsonNode> values = listed.values();
        return values != null
                && values.stream()
                        .allMatch(value -> inclusion.fitting().fits(value, other) == Truth.NO);
    }

    private boolean noBranch(Shape one, Shape other, int depth) {
        for (Shape.Union union : one.unions()) {
            boolean none = true;
            for (int i = 0; none && i < union.branches().size(); i++) {
                none = disjoint(one.branch(union, i), other, depth - 1);
            }
            if (none) {
                return true;
            }
        }
        return false;
    }

    /** A field that is always there, and is different in each. */
    private boolean someField(Shape one, Shape other, int depth) {
        Fields own = Fields.of(one, inclusion);
        Fields theirs = Fields.of(other, inclusion);
        Set<String> required = new LinkedHashSet<>(own.required());
        required.addAll(theirs.required());
        for (String name : required) {
            Shape here = one.shapes().of(own.at(name));
            Shape there = other.shapes().of(theirs.at(name));
            if (disjoint(here, there, depth - 1)) {
                return true;
            }
        }
        return false;
    }
}
