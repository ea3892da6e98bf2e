package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether all values that one schema allows are allowed by another, draft-07, and why not. Of what
 * cannot be decided it is never said that they are.
 *
 * <p>Fields that a schema does not describe are not looked at, unless it says of them what they
 * are: nobody relies on them. Schemas may contain themselves: a pair that is being looked at
 * already is taken to be as it should, which holds if nothing else is found.
 */
final class SchemaInclusion {

    private record Pair(Shape narrow, Shape wide) {}

    private final Words words;
    private final Budget budget;
    private final Fitting fitting;
    private final Map<Pair, List<Gap>> done = new HashMap<>();
    private final Map<Pair, Integer> open = new HashMap<>();

    /** The outermost open pair that something was based on since the pair being looked at. */
    private int basedOn = Integer.MAX_VALUE;

    /**
     * @param words how differences are told
     * @param budget shared by all that is asked
     */
    SchemaInclusion(Words words, Budget budget) {
        this.words = words;
        this.budget = budget;
        fitting = new Fitting(budget.expressions());
    }

    Words words() {
        return words;
    }

    Fitting fitting() {
        return fitting;
    }

    Budget budget() {
        return budget;
    }

    /** After the budget ran out in the middle of something. */
    void forget() {
        open.clear();
        basedOn = Integer.MAX_VALUE;
    }

    /** Whether certainly all values of one are values of the other. */
    boolean includes(Shape narrow, Shape wide) {
        return Gap.none(gaps(narrow, wide));
    }

    /** Why not all values of one are values of the other; empty if they are. */
    List<Gap> gaps(Shape narrow, Shape wide) {
        budget.step(open.size(), narrow.weight() + wide.weight());
        Pair pair = new Pair(narrow, wide);
        List<Gap> known = done.get(pair);
        if (known != null) {
            return known;
        }
        Integer opened = open.get(pair);
        if (opened != null) {
            basedOn = Math.min(basedOn, opened);
            return List.of();
        }
        int own = open.size();
        int before = basedOn;
        basedOn = Integer.MAX_VALUE;
        open.put(pair, own);
        List<Gap> found = distinct(look(narrow, wide));
        open.remove(pair);
        if (basedOn >= own) {
            done.put(pair, found);
            basedOn = before;
        } else {
            basedOn = Math.min(basedOn, before);
        }
        return found;
    }

    private List<Gap> look(Shape narrow, Shape wide) {
        if (narrow.impossible()) {
            return List.of();
        }
        if (narrow.isListed()) {
            List<Gap> gaps = ValueRules.eachListed(this, narrow, wide);
            if (gaps != null) {
                return gaps;
            }
        }
        List<Gap> gaps = new ArrayList<>();
        for (JsonNode part : wide.parts()) {
            gaps.addAll(new Question(this, narrow, part, wide.shapes()).answer());
        }
        for (Shape.Union union : wide.unions()) {
            gaps.addAll(new UnionRules(this, union, wide.shapes()).gaps(narrow));
        }
        return Gap.none(gaps) || narrow.unions().isEmpty() ? gaps : eachBranch(narrow, wide);
    }

    /** A value keeps to some branch: all of them must do. */
    private List<Gap> eachBranch(Shape narrow, Shape wide) {
        Shape.Union union = narrow.unions().getFirst();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < union.branches().size(); i++) {
            gaps.addAll(gaps(narrow.branch(union, i), wide));
        }
        return gaps;
    }

    /** What several branches have in common is found in each of them. */
    private static List<Gap> distinct(List<Gap> gaps) {
        Map<List<Object>, Gap> distinct = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            distinct.merge(
                    List.of(gap.field(), gap.keyword(), gap.reason()),
                    gap,
                    (one, other) -> one.weight().compareTo(other.weight()) <= 0 ? one : other);
        }
        return List.copyOf(distinct.values());
    }
}
