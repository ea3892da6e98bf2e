package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an old schema and a new one differ, by direction. What is received must still be allowed by
 * the new schema; what is sent, by the old one.
 */
final class SchemaComparison {

    private final Shapes oldShapes;
    private final Shapes newShapes;
    private final SchemaInclusion oldInNew;
    private final SchemaInclusion newInOld;

    /**
     * A difference.
     *
     * @param old the part of the old schema, or null
     * @param now the part of the new schema, or null
     * @param reason in words, with the field before it
     */
    record Difference(Impact impact, JsonNode old, JsonNode now, String keyword, String reason) {

        /** Whether the keyword is one that the new schema does not have. */
        boolean lost() {
            return old != null && old.has(keyword) && (now == null || !now.has(keyword));
        }
    }

    SchemaComparison(Map<JsonNode, JsonNode> oldCycles, Map<JsonNode, JsonNode> newCycles) {
        oldShapes = new Shapes(oldCycles);
        newShapes = new Shapes(newCycles);
        Budget budget = new Budget();
        oldInNew = new SchemaInclusion(new Words(true), budget);
        newInOld = new SchemaInclusion(new Words(false), budget);
    }

    /** The differences of two schemas for the same thing. */
    List<Difference> compare(Direction direction, JsonNode old, JsonNode now) {
        try {
            Shape before = oldShapes.of(old);
            Shape after = newShapes.of(now);
            List<Gap> stricter = oldInNew.gaps(before, after);
            List<Gap> looser = newInOld.gaps(after, before);
            return direction == Direction.RECEIVED
                    ? differences(stricter, true, looser)
                    : differences(looser, false, stricter);
        } catch (Budget.ExhaustedException e) {
            oldInNew.forget();
            newInOld.forget();
            return List.of(
                    new Difference(
                            Impact.UNCLEAR,
                            old,
                            now,
                            "",
                            "the schema is too large or too deep to be compared"));
        }
    }

    /** What does harm, and of the rest what has not been told yet. */
    private static List<Difference> differences(
            List<Gap> harm, boolean wideIsNew, List<Gap> others) {
        List<Difference> differences = new ArrayList<>();
        Set<List<String>> told = new HashSet<>();
        for (Gap gap : harm) {
            differences.add(difference(impact(gap), gap, wideIsNew));
            told.add(List.of(gap.field(), gap.keyword()));
        }
        for (Gap gap : others) {
            if (told.add(List.of(gap.field(), gap.keyword(), gap.reason()))
                    && !told.contains(List.of(gap.field(), gap.keyword()))) {
                differences.add(difference(Impact.COMPATIBLE, gap, !wideIsNew));
            }
        }
        return differences;
    }

    private static Impact impact(Gap gap) {
        return switch (gap.weight()) {
            case CERTAIN -> Impact.BREAKING;
            case PERHAPS -> Impact.UNCLEAR;
            case NONE -> Impact.COMPATIBLE;
        };
    }

    private static Difference difference(Impact impact, Gap gap, boolean wideIsNew) {
        return new Difference(
                impact,
                wideIsNew ? gap.narrow() : gap.wide(),
                wideIsNew ? gap.wide() : gap.narrow(),
                gap.keyword(),
                gap.field().isEmpty() ? gap.reason() : gap.field() + ": " + gap.reason());
    }
}
